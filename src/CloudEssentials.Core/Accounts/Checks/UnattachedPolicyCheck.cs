namespace CloudEssentials.Accounts.Checks;

/// <summary>Every policy of your own is attached.</summary>
internal sealed class UnattachedPolicyCheck : SecurityCheck
{
    public override string Name => "UnattachedPolicy";

    public override string Title => "Every policy of your own is attached.";

    public override SecuritySeverity Severity => SecuritySeverity.Low;

    public override AccountFactKinds Needs => AccountFactKinds.Authorization;

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => facts.Authorization.Policies
        .Where(policy => !policy.IsAwsManaged && policy.AttachmentCount == 0 && policy.PermissionsBoundaryUsageCount == 0 && !facts.Authorization.AttachedTo(policy.Arn).Any() && !facts.Authorization.BoundedBy(policy.Arn).Any())
        .Select(policy => Fail(
            $"Attached to nobody; last changed {FactText.Day(policy.UpdateDate ?? policy.CreateDate)}.",
            "A policy without use is one more to read, and to attach by mistake.",
            policy.Arn,
            $"aws iam delete-policy --policy-arn {policy.Arn}"));
}
