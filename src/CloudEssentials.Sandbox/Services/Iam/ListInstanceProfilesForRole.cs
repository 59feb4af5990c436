using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The instance profiles that carry a role.</summary>
internal sealed class ListInstanceProfilesForRole : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        string role = IdentityKinds.Role.Seen(call).Name;
        return IamPage.Of(
            call,
            iam.InstanceProfiles.Seen.Values.Where(profile => profile.RoleName == role),
            profile => profile.Name,
            "InstanceProfiles",
            profile => IamView.InstanceProfile(iam, profile, withTags: false));
    }
}
