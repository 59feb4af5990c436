using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>What IAM centralises in the organization: the root users' credentials, and root sessions.</summary>
internal sealed class ListOrganizationsFeatures : OrganizationFeature
{
    protected override ImmutableSortedSet<string> Change(ImmutableSortedSet<string> features) => features;
}
