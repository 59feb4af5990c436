using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Puts a role into an instance profile, which takes one.</summary>
internal sealed class AddRoleToInstanceProfile : IamOperation
{
    public override IEnumerable<(string Action, string Resource)> FurtherPermissions(OperationCall call)
    {
        string name = call.RequiredText("RoleName");
        yield return ("iam:PassRole", IamState.Of(call.State).Roles.TryGet(name, out IamRole? role) ? role.Arn : IamArns.Make(call, "role", name));
    }

    public override JsonObject Execute(OperationCall call)
    {
        IamInstanceProfile profile = IamFind.InstanceProfile(call);
        IamRole role = IdentityKinds.Role.Get(call).Changeable();
        if (profile.RoleName is not null)
        {
            throw IamErrors.QuotaExceeded("InstanceSessionsPerInstanceProfile", 1);
        }

        IamState.Of(call.State).InstanceProfiles[profile.Name] = profile with { RoleName = role.Name };
        return [];
    }
}
