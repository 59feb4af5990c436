using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Ends root sessions in the organization's members.</summary>
internal sealed class DisableOrganizationsRootSessions : OrganizationFeature
{
    protected override ImmutableSortedSet<string> Change(ImmutableSortedSet<string> features) => features.Remove(RootSessions);
}
