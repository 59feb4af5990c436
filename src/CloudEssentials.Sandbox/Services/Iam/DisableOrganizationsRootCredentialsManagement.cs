using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Ends the organization's management of its members' root credentials.</summary>
internal sealed class DisableOrganizationsRootCredentialsManagement : OrganizationFeature
{
    protected override ImmutableSortedSet<string> Change(ImmutableSortedSet<string> features) => features.Remove(RootCredentials);
}
