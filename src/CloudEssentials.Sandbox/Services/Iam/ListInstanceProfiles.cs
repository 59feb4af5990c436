using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The account's instance profiles.</summary>
internal sealed class ListInstanceProfiles : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        return IamPage.Of(
            call,
            iam.InstanceProfiles.Seen.Values.Where(profile => profile.Path.StartsWith(call.Text("PathPrefix") ?? "/", StringComparison.Ordinal)),
            profile => profile.Name,
            "InstanceProfiles",
            profile => IamView.InstanceProfile(iam, profile, withTags: false));
    }
}
