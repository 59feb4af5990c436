namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Makes ARNs and ids of IAM's entities. See "IAM identifiers" in the IAM User Guide.</summary>
internal static class IamArns
{
    private const int IdLength = 17;

    /// <summary>The ARN of an entity of that kind and name, at the path that the call gives.</summary>
    public static string Make(OperationCall call, string kind, string name) =>
        $"arn:{call.Partition}:iam::{call.AccountId}:{kind}{PathOf(call)}{name}";

    public static string PathOf(OperationCall call) => call.Text("Path") ?? "/";

    /// <summary>A unique id, which begins with what it is for: AIDA a user, AGPA a group, AROA a role, ANPA a policy.</summary>
    public static string NewId(OperationCall call, string prefix) => call.NewId(prefix, IdLength, State.IdGenerator.Base32);
}
