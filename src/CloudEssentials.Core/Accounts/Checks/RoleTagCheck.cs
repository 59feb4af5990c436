namespace CloudEssentials.Accounts.Checks;

/// <summary>Roles have the tags that you require.</summary>
internal sealed class RoleTagCheck : SecurityCheck
{
    public override string Name => "RoleTag";

    public override string Title => "Roles have the tags that you require.";

    public override SecuritySeverity Severity => SecuritySeverity.Low;

    public override IReadOnlyList<string> Controls => ["IAM.24"];

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => [Unknown("Which tags are required is for each organization to say; the module does not ask.")];
}
