namespace CloudEssentials.Accounts.Checks;

/// <summary>The organization manages the root users of its accounts centrally.</summary>
internal sealed class CentralRootAccessCheck : SecurityCheck
{
    private static readonly string[] _wanted = ["RootCredentialsManagement", "RootSessions"];

    public override string Name => "CentralRootAccess";

    public override string Title => "The organization manages the root users of its accounts centrally.";

    public override SecuritySeverity Severity => SecuritySeverity.Medium;

    public override IReadOnlyList<string> Controls => ["CIS-2.1.1"];

    public override AccountFactKinds Needs => AccountFactKinds.Organization;

    public override AccountFactKinds Uses => AccountFactKinds.RootFeatures;

    public override CheckScope Scope => CheckScope.Baseline | CheckScope.RootUser;

    public override string Remedy => "In the management account: aws organizations enable-aws-service-access --service-principal iam.amazonaws.com; aws iam enable-organizations-root-credentials-management; aws iam enable-organizations-root-sessions.";

    protected override IEnumerable<CheckResult> Test(AccountFacts facts)
    {
        if (facts.Organization.Id is null)
            return [Unknown("The account is in no organization: this does not apply.")];
        if (facts.Organization.ManagementAccountId != facts.AccountId && !facts.Has(AccountFactKinds.RootFeatures))
            return [Unknown($"Only the management account {facts.Organization.ManagementAccountId} and a delegated administrator can see it.")];
        if (facts.Refusal(AccountFactKinds.RootFeatures) is { } refusal)
            return [Unseen(refusal)];
        string[] missing = [.. _wanted.Except(facts.RootFeatures)];
        string evidence = facts.RootFeatures.Count == 0 ? "No feature is on." : $"On: {FactText.List(facts.RootFeatures)}.";
        return missing.Length == 0 ? [Pass(evidence, Title)] : [Fail(evidence, $"{FactText.List(missing)} is off: every member account has a root user of its own to be looked after.")];
    }
}
