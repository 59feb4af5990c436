using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>What an organization is.</summary>
/// <param name="Id"><c>o-...</c></param>
/// <param name="RootId"><c>r-...</c></param>
/// <param name="ManagementAccountId">The account that made it.</param>
/// <param name="Email">The management account's mail address.</param>
/// <param name="FeatureSet">ALL or CONSOLIDATED_BILLING.</param>
internal sealed record OrgFacts(string Id, string RootId, string ManagementAccountId, string Email, string FeatureSet)
{
    /// <summary>The policy types that are enabled in the root.</summary>
    public ImmutableSortedSet<string> PolicyTypes { get; init; } = [];

    /// <summary>The services that have trusted access, and since when.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> TrustedServices { get; init; } = ImmutableSortedDictionary<string, DateTimeOffset>.Empty;

    /// <summary>What IAM centralises: RootCredentialsManagement, RootSessions.</summary>
    public ImmutableSortedSet<string> IamFeatures { get; init; } = [];

    public string Arn => $"arn:aws:organizations::{ManagementAccountId}:organization/{Id}";

    public string RootArn => $"arn:aws:organizations::{ManagementAccountId}:root/{Id}/{RootId}";
}
