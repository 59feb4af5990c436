using CloudEssentials.Catalog;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Managed policies of both kinds: the account's own, and AWS's, which come from the catalogue.</summary>
internal static class ManagedPolicies
{
    private const string AwsPrefix = ":iam::aws:policy/";

    /// <summary>The policy of that ARN as readers see it, or null.</summary>
    public static IamPolicy? Seen(IamState iam, string arn) =>
        iam.Policies.TryGetSeen(arn, out IamPolicy? own) ? own : FindAws(arn);

    /// <summary>The policy of that ARN, or null.</summary>
    public static IamPolicy? Find(IamState iam, string arn) => iam.Policies.TryGet(arn, out IamPolicy? own) ? own : FindAws(arn);

    /// <summary>The policy of that ARN, which is to be attached.</summary>
    public static IamPolicy Attachable(IamState iam, string arn) =>
        Find(iam, arn) ?? throw IamErrors.NoSuchEntity($"Policy {arn} does not exist or is not attachable.");

    public static bool IsAws(string arn) => arn.Contains(AwsPrefix, StringComparison.Ordinal);

    /// <summary>AWS's policies, by ARN.</summary>
    public static IEnumerable<IamPolicy> Aws() => ManagedPolicyCatalog.Default.Policies.Select(From);

    /// <summary>The document that is in force.</summary>
    public static string DefaultDocument(IamPolicy policy) => IsAws(policy.Arn)
        ? ManagedPolicyCatalog.Default.Find(policy.Arn)!.Document
        : policy.Versions.Single(version => version.Id == policy.DefaultVersion).Document;

    private static IamPolicy? FindAws(string arn) =>
        IsAws(arn) && ManagedPolicyCatalog.Default.Find(arn) is { } policy && policy.Arn == arn ? From(policy) : null;

    private static IamPolicy From(ManagedPolicy policy) => new()
    {
        Name = policy.Name,
        Path = policy.Path,
        Id = State.IdGenerator.Make("aws", policy.Arn, 0, 17, State.IdGenerator.Base32).Insert(0, "ANPA"),
        Arn = policy.Arn,
        Created = policy.CreateDate,
        Updated = policy.UpdateDate,
        DefaultVersion = policy.VersionId,
        // The document is read only when it is asked for.
        Versions = [new IamPolicyVersion(policy.VersionId, string.Empty, policy.UpdateDate)],
    };
}
