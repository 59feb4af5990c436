using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes a version away that is not in force.</summary>
internal sealed class DeletePolicyVersion : PolicyOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamPolicy policy = Own(call);
        IamPolicyVersion version = Version(call, policy);
        if (version.Id == policy.DefaultVersion)
        {
            throw IamErrors.DeleteConflict("Cannot delete the default version of a policy.");
        }

        IamState.Of(call.State).Policies[policy.Arn] = policy with { Versions = policy.Versions.Remove(version), Updated = call.Now };
        return [];
    }
}
