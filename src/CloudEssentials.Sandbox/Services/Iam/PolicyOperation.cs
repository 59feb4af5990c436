using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>An operation on a managed policy that its ARN names.</summary>
internal abstract class PolicyOperation : IamOperation
{
    /// <summary>The policy, of the account or of AWS, as readers see it.</summary>
    protected static IamPolicy Seen(OperationCall call) =>
        ManagedPolicies.Seen(IamState.Of(call.State), Arn(call)) ?? throw IamErrors.NoSuchEntity($"Policy {Arn(call)} was not found.");

    /// <summary>The account's own policy, which is to be changed.</summary>
    internal static IamPolicy Own(OperationCall call) => ManagedPolicies.IsAws(Arn(call))
        ? throw new ServiceError("AccessDenied", $"The policy {Arn(call)} belongs to AWS and cannot be changed.", 403)
        : ManagedPolicies.Find(IamState.Of(call.State), Arn(call)) ?? throw IamErrors.NoSuchEntity($"Policy {Arn(call)} was not found.");

    protected static IamPolicyVersion Version(OperationCall call, IamPolicy policy)
    {
        string id = call.RequiredText("VersionId");
        return policy.Versions.FirstOrDefault(version => version.Id == id)
            ?? throw IamErrors.NoSuchEntity($"Policy {policy.Arn} version {id} does not exist or is not attachable.");
    }

    private static string Arn(OperationCall call) => call.RequiredText("PolicyArn");
}
