using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Puts a version of a managed policy in force.</summary>
internal sealed class SetDefaultPolicyVersion : PolicyOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamPolicy policy = Own(call);
        IamState.Of(call.State).Policies[policy.Arn] = policy with { DefaultVersion = Version(call, policy).Id, Updated = call.Now };
        return [];
    }
}
