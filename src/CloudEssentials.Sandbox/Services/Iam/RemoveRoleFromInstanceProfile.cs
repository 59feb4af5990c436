using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes a role out of an instance profile.</summary>
internal sealed class RemoveRoleFromInstanceProfile : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamInstanceProfile profile = IamFind.InstanceProfile(call);
        string role = IdentityKinds.Role.Get(call).Name;
        if (profile.RoleName != role)
        {
            throw IamErrors.NoSuchEntity($"Role {role} is not in instance profile {profile.Name}.");
        }

        IamState.Of(call.State).InstanceProfiles[profile.Name] = profile with { RoleName = null };
        return [];
    }
}
