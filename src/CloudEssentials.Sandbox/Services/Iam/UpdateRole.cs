using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Changes a role's description and longest session.</summary>
internal sealed class UpdateRole : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamRole role = IdentityKinds.Role.Get(call).Changeable();
        IdentityKinds.Role.Put(call, role with
        {
            Description = call.Text("Description") ?? role.Description,
            MaxSessionDuration = call.Number("MaxSessionDuration") ?? role.MaxSessionDuration,
        });
        return [];
    }
}
