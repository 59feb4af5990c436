namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>
/// Quotas of length; https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html and
/// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html. IAM does not count white space; Organizations counts what is stored.
/// </summary>
internal sealed class SizeRule : PolicyRule
{
    public override void CheckDocument(ValidationContext context)
    {
        var quota = PolicyQuota.Of(context.Type, context.ResourceType);
        var (code, countsSpace, advice) = context.Type switch
        {
            PolicyType.Identity => ("POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA", false,
                $"split it into several managed policies; written into a principal, all its inline policies together may have {PolicyQuota.InlineOfUser:N0} in a user, {PolicyQuota.InlineOfGroup:N0} in a group, {PolicyQuota.InlineOfRole:N0} in a role"),
            PolicyType.PermissionsBoundary => ("POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA", false, "shorten it, for a principal has one boundary"),
            PolicyType.Session => ("POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA", false, "name managed policies for the session instead"),
            PolicyType.Trust => ("POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA", false, "shorten it, or ask for a higher quota in Service Quotas, up to 4,096"),
            PolicyType.ServiceControl => ("POLICY_SIZE_EXCEEDS_SCP_QUOTA", true, "remove white space, or split it"),
            PolicyType.ResourceControl => ("POLICY_SIZE_EXCEEDS_RCP_QUOTA", true, "remove white space, or split it"),
            _ => ("POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA", true, "shorten it, for a resource has one policy"),
        };
        var size = countsSpace ? context.Document.SourceText.Length : SizeWithoutSpace(context.Document, quota);
        if (size > quota)
            context.Report(code, context.Document.Root, $"The policy has {size:N0} characters{(countsSpace ? "" : " without white space")}, and {quota:N0} is the most for a policy of type {context.Type}: {advice}.");
    }

    // Counting is left out where even the whole text fits.
    private static int SizeWithoutSpace(PolicyDocument document, int quota) =>
        document.SourceText.Length <= quota ? 0 : document.MinifiedLength;
}
