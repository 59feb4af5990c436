namespace CloudEssentials.Policies;

/// <summary>
/// The characters that policies may have, without white space where IAM counts them.
/// See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html and
/// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html.
/// </summary>
internal static class PolicyQuota
{
    /// <summary>A managed policy.</summary>
    internal const int Managed = 6_144;

    /// <summary>A role's trust policy, until a higher quota is asked for.</summary>
    internal const int Trust = 2_048;

    /// <summary>All inline policies of a user together.</summary>
    internal const int InlineOfUser = 2_048;

    /// <summary>All inline policies of a group together.</summary>
    internal const int InlineOfGroup = 5_120;

    /// <summary>All inline policies of a role together.</summary>
    internal const int InlineOfRole = 10_240;

    private const int Session = 2_048;
    private const int ServiceControl = 10_240;
    private const int ResourceControl = 5_120;
    private const int Resource = 20_480;

    /// <summary>The quota of one policy of a kind.</summary>
    /// <param name="type">The kind.</param>
    /// <param name="resourceType">What it is attached to, such as <c>AWS::SQS::Queue</c>, where that is known.</param>
    internal static int Of(PolicyType type, string? resourceType = null) => type switch
    {
        PolicyType.Trust => Trust,
        PolicyType.ServiceControl => ServiceControl,
        PolicyType.ResourceControl => ResourceControl,
        PolicyType.Session => Session,
        PolicyType.Resource or PolicyType.VpcEndpoint => OfResource(resourceType),
        _ => Managed,
    };

    private static int OfResource(string? resourceType) => resourceType?.Split("::").ElementAtOrDefault(1)?.ToUpperInvariant() switch
    {
        "KMS" => 32_768,
        "SNS" => 30_720,
        "SQS" => 8_192,
        _ => Resource,
    };
}
