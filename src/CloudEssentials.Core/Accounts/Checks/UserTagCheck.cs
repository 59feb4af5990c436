namespace CloudEssentials.Accounts.Checks;

/// <summary>Users have the tags that you require.</summary>
internal sealed class UserTagCheck : SecurityCheck
{
    public override string Name => "UserTag";

    public override string Title => "Users have the tags that you require.";

    public override SecuritySeverity Severity => SecuritySeverity.Low;

    public override IReadOnlyList<string> Controls => ["IAM.25"];

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => [Unknown("Which tags are required is for each organization to say; the module does not ask.")];
}
