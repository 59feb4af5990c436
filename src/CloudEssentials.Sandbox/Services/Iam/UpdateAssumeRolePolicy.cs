using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Says anew who may assume a role.</summary>
internal sealed class UpdateAssumeRolePolicy : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamRole role = IdentityKinds.Role.Get(call).Changeable();
        IdentityKinds.Role.Put(call, role with { TrustPolicy = PolicyGrammar.Trust(call, call.RequiredText("PolicyDocument")) });
        return [];
    }
}
