namespace CloudEssentials.Policies.Generation;

/// <summary>
/// The characters that a policy may have.
/// See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html and
/// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html.
/// </summary>
internal static class PolicyQuota
{
    /// <summary>The quota of a kind, in characters without white space where IAM counts so.</summary>
    internal static int Of(PolicyType type) => type switch
    {
        PolicyType.Trust => 2_048,
        PolicyType.ServiceControl => 10_240,
        PolicyType.ResourceControl => 5_120,
        PolicyType.Session => 2_048,
        PolicyType.Resource or PolicyType.VpcEndpoint => 20_480,
        _ => 6_144,
    };
}
