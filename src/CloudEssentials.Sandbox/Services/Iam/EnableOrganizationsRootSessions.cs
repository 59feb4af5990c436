using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Lets the organization do privileged tasks in its members by root sessions.</summary>
internal sealed class EnableOrganizationsRootSessions : OrganizationFeature
{
    protected override ImmutableSortedSet<string> Change(ImmutableSortedSet<string> features) => features.Add(RootSessions);
}
