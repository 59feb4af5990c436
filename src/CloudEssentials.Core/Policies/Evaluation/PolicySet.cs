namespace CloudEssentials.Policies.Evaluation;

/// <summary>
/// All the policies that bear on a request. What is null was not given; what is empty was given and holds nothing.
/// See 'Policy types' in access_policies.html.
/// </summary>
public sealed record PolicySet
{
    /// <summary>The policies of the user and its groups, or of the role.</summary>
    public IReadOnlyList<NamedPolicy> IdentityPolicies { get; init; } = [];

    /// <summary>The permissions boundary of the user or role.</summary>
    public NamedPolicy? PermissionsBoundary { get; init; }

    /// <summary>The session policies, inline and managed; null for a session made without any.</summary>
    public IReadOnlyList<NamedPolicy>? SessionPolicies { get; init; }

    /// <summary>
    /// The policy of the resource: of a bucket, a queue, a key, a role (its trust policy). Null where it has none, and,
    /// for roles and KMS keys, which always have one, where it is not known: then it is taken to leave the matter to
    /// the account's own policies.
    /// </summary>
    public NamedPolicy? ResourcePolicy { get; init; }

    /// <summary>The service control policies over the principal's account, from the root down; null where there are none.</summary>
    public IReadOnlyList<PolicyLevel>? ServiceControlPolicies { get; init; }

    /// <summary>The resource control policies over the resource's account, from the root down; null where there are none.</summary>
    public IReadOnlyList<PolicyLevel>? ResourceControlPolicies { get; init; }

    /// <summary>The policy of the VPC endpoint that the request goes through; null where it goes through none.</summary>
    public NamedPolicy? VpcEndpointPolicy { get; init; }

    /// <summary>The organization's management account, which no control policy binds; null where it is none of the accounts concerned.</summary>
    public string? ManagementAccount { get; init; }

    /// <summary>A set with nothing but identity policies.</summary>
    /// <param name="documents">The policies.</param>
    public static PolicySet OfIdentity(params IEnumerable<PolicyDocument> documents) =>
        new() { IdentityPolicies = [.. documents.Select((document, index) => new NamedPolicy($"IdentityPolicy {index + 1}", document))] };
}
