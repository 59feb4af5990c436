using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The managed policies that are attached to an identity.</summary>
internal abstract class ListAttachedPolicies<T>(IdentityKind<T> kind) : IamOperation
    where T : IamIdentity
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        string prefix = call.Text("PathPrefix") ?? "/";
        IEnumerable<IamPolicy> policies = kind.Seen(call).AttachedPolicies
            .Select(arn => ManagedPolicies.Find(iam, arn))
            .OfType<IamPolicy>()
            .Where(policy => policy.Path.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(policy => policy.Arn, StringComparer.OrdinalIgnoreCase);
        return IamPage.Of(call, policies, policy => policy.Arn, "AttachedPolicies", policy => new JsonObject
        {
            ["PolicyName"] = policy.Name,
            ["PolicyArn"] = policy.Arn,
        });
    }
}
