using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Changes a role's description.</summary>
internal sealed class UpdateRoleDescription : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamRole role = IdentityKinds.Role.Get(call).Changeable() with { Description = call.RequiredText("Description") };
        IdentityKinds.Role.Put(call, role);
        return new JsonObject { ["Role"] = IamView.Role(role, whole: true) };
    }
}
