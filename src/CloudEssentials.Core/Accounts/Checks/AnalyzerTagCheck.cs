namespace CloudEssentials.Accounts.Checks;

/// <summary>Analyzers have the tags that you require.</summary>
internal sealed class AnalyzerTagCheck : SecurityCheck
{
    public override string Name => "AnalyzerTag";

    public override string Title => "Analyzers have the tags that you require.";

    public override SecuritySeverity Severity => SecuritySeverity.Low;

    public override IReadOnlyList<string> Controls => ["IAM.23"];

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => [Unknown("Which tags are required is for each organization to say; the module does not ask.")];
}
