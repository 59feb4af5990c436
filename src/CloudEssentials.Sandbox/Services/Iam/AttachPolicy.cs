using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Attaches a managed policy to an identity; one that is attached stays so.</summary>
internal abstract class AttachPolicy<T>(IdentityKind<T> kind, string quota) : IamOperation
    where T : IamIdentity
{
    public override JsonObject Execute(OperationCall call)
    {
        T identity = kind.Get(call);
        IamPolicy policy = ManagedPolicies.Attachable(IamState.Of(call.State), call.RequiredText("PolicyArn"));
        if (!identity.AttachedPolicies.Contains(policy.Arn) && identity.AttachedPolicies.Count >= IamQuotas.AttachedPolicies)
        {
            throw IamErrors.QuotaExceeded(quota, IamQuotas.AttachedPolicies);
        }

        kind.Put(call, identity with { AttachedPolicies = identity.AttachedPolicies.Add(policy.Arn) });
        return [];
    }
}
