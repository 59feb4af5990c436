using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes a managed policy away that nobody uses.</summary>
internal sealed class DeletePolicy : PolicyOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        IamPolicy policy = Own(call);
        if (iam.Use.Attachments(policy.Arn) + iam.Use.Boundaries(policy.Arn) > 0)
        {
            throw IamErrors.DeleteConflict("Cannot delete a policy attached to entities.");
        }

        if (policy.Versions.Length > 1)
        {
            throw IamErrors.DeleteConflict(
                "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.");
        }

        iam.Policies.Remove(policy.Arn);
        return [];
    }
}
