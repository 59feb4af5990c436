namespace CloudEssentials.Accounts.Checks;

/// <summary>No group is empty.</summary>
internal sealed class EmptyGroupCheck : SecurityCheck
{
    public override string Name => "EmptyGroup";

    public override string Title => "No group is empty.";

    public override SecuritySeverity Severity => SecuritySeverity.Low;

    public override AccountFactKinds Needs => AccountFactKinds.Authorization;

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => facts.Authorization.Groups.Where(group => !facts.Authorization.MembersOf(group.GroupName).Any()).Select(group => Fail(
        "Nobody is in it.",
        "An empty group is forgotten, with the permissions that it would give.",
        group.Arn,
        $"Put people in it, or delete it: aws iam delete-group --group-name {FactText.Quote(group.GroupName)}."));
}
