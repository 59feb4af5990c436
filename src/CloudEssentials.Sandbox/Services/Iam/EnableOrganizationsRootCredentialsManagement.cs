using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Lets the organization manage its members' root credentials.</summary>
internal sealed class EnableOrganizationsRootCredentialsManagement : OrganizationFeature
{
    protected override ImmutableSortedSet<string> Change(ImmutableSortedSet<string> features) => features.Add(RootCredentials);
}
