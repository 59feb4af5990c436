namespace CloudEssentials.Accounts.Checks;

/// <summary>There is a role for dealing with AWS Support.</summary>
internal sealed class SupportRoleCheck : SecurityCheck
{
    public override string Name => "SupportRole";

    public override string Title => "There is a role for dealing with AWS Support.";

    public override SecuritySeverity Severity => SecuritySeverity.Low;

    public override IReadOnlyList<string> Controls => ["CIS-2.15", "IAM.18"];

    public override AccountFactKinds Needs => AccountFactKinds.Authorization;

    public override string Remedy => "Make a role that your support staff may assume, and attach the AWS managed policy AWSSupportAccess to it; or New-JobFunctionGroup -JobFunction Support.";

    protected override IEnumerable<CheckResult> Test(AccountFacts facts)
    {
        IamIdentity[] holders = [.. facts.Authorization.AttachedTo($"arn:{facts.Partition}:iam::aws:policy/AWSSupportAccess")];
        if (holders.Length == 0)
            return [Fail("The policy AWSSupportAccess is attached to nobody.", "When something breaks, nobody but an administrator can open a case.")];
        return holders.Any(holder => holder is IamRole)
            ? [Pass($"AWSSupportAccess is attached to {FactText.List(holders.Select(holder => holder.Name))}.", Title)]
            : [Warn($"AWSSupportAccess is attached to {FactText.List(holders.Select(holder => holder.Name))}.", "There is no role with it; the benchmark asks for one.")];
    }
}
