using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Writes an inline policy, in the place of one of that name.</summary>
internal abstract class PutPolicy<T>(IdentityKind<T> kind) : IamOperation
    where T : IamIdentity
{
    public override JsonObject Execute(OperationCall call)
    {
        T identity = kind.Get(call);
        string document = PolicyGrammar.Inline(call.RequiredText("PolicyDocument"));
        T changed = identity with { InlinePolicies = identity.InlinePolicies.SetItem(call.RequiredText("PolicyName"), document) };
        if (changed.InlinePolicies.Values.Sum(PolicyGrammar.Size) > kind.InlineQuota)
        {
            throw IamErrors.LimitExceeded($"Maximum policy size of {kind.InlineQuota} bytes exceeded for {kind.Noun} {identity.Name}");
        }

        kind.Put(call, changed);
        return [];
    }
}
