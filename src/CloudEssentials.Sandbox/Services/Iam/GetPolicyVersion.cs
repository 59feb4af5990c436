using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>One version of a managed policy, with its document.</summary>
internal sealed class GetPolicyVersion : PolicyOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamPolicy policy = Seen(call);
        IamPolicyVersion version = Version(call, policy);
        IamPolicyVersion whole = ManagedPolicies.IsAws(policy.Arn) ? version with { Document = ManagedPolicies.DefaultDocument(policy) } : version;
        return new JsonObject { ["PolicyVersion"] = IamView.Version(policy, whole, withDocument: true) };
    }
}
