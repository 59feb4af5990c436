namespace CloudEssentials.Accounts.Checks;

/// <summary>IAM Access Analyzer looks at every Region.</summary>
internal sealed class AccessAnalyzerCheck : SecurityCheck
{
    public override string Name => "AccessAnalyzer";

    public override string Title => "IAM Access Analyzer looks at every Region.";

    public override SecuritySeverity Severity => SecuritySeverity.Medium;

    public override IReadOnlyList<string> Controls => ["CIS-2.18", "IAM.28"];

    public override AccountFactKinds Needs => AccountFactKinds.Analyzers;

    public override string Remedy => "In each Region: aws accessanalyzer create-analyzer --analyzer-name account --type ACCOUNT.";

    protected override string AllWell(AccountFacts facts) => $"There is an analyzer in each of {FactText.Count(facts.Analyzers.Count, "Region")}.";

    protected override IEnumerable<CheckResult> Test(AccountFacts facts)
    {
        string[] without = [.. facts.Analyzers.Where(region => region.Refusal is null && region.Items.Count == 0).Select(region => region.Region)];
        string[] unseen = [.. facts.Analyzers.Where(region => region.Refusal is not null).Select(region => region.Region)];
        if (without.Length > 0)
            yield return Fail($"No analyzer of external access in {FactText.List(without)}.", $"In {FactText.Count(without.Length, "Region")} nobody is told when something is opened to the world.");
        if (unseen.Length > 0)
            yield return Unseen(facts.Analyzers.First(region => region.Refusal is not null).Refusal!) with { Evidence = $"Not seen: {FactText.List(unseen)}." };
    }
}
