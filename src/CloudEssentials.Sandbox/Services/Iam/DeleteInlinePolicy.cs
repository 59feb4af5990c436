using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes an inline policy away.</summary>
internal abstract class DeleteInlinePolicy<T>(IdentityKind<T> kind) : IamOperation
    where T : IamIdentity
{
    public override JsonObject Execute(OperationCall call)
    {
        T identity = kind.Get(call);
        string name = call.RequiredText("PolicyName");
        if (!identity.InlinePolicies.ContainsKey(name))
        {
            throw IamErrors.NoSuchEntity($"The {kind.Noun} policy with name {name} cannot be found.");
        }

        kind.Put(call, identity with { InlinePolicies = identity.InlinePolicies.Remove(name) });
        return [];
    }
}
