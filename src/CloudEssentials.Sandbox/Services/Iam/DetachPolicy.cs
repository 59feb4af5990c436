using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Detaches a managed policy from an identity.</summary>
internal abstract class DetachPolicy<T>(IdentityKind<T> kind) : IamOperation
    where T : IamIdentity
{
    public override JsonObject Execute(OperationCall call)
    {
        T identity = kind.Get(call);
        string arn = call.RequiredText("PolicyArn");
        if (!identity.AttachedPolicies.Contains(arn))
        {
            throw IamErrors.NoSuchEntity($"Policy {arn} was not found.");
        }

        kind.Put(call, identity with { AttachedPolicies = identity.AttachedPolicies.Remove(arn) });
        return [];
    }
}
