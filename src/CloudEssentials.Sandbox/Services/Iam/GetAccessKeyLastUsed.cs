using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>When and for what an access key was last used.</summary>
internal sealed class GetAccessKeyLastUsed : IamOperation
{
    // It is about the key's owner.
    public override IReadOnlyList<string> Resources(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        return !iam.AccessKeys.TryGetSeen(call.RequiredText("AccessKeyId"), out IamAccessKey? key) ? ["*"]
            : key.UserName is null ? [$"arn:{call.Partition}:iam::{call.AccountId}:root"]
            : iam.Users.TryGetSeen(key.UserName, out IamUser? user) ? [user.Arn]
            : ["*"];
    }

    public override JsonObject Execute(OperationCall call)
    {
        string id = call.RequiredText("AccessKeyId");
        if (!IamState.Of(call.State).AccessKeys.TryGetSeen(id, out IamAccessKey? key))
        {
            // IAM does not tell a key that does not exist from one of another account.
            throw new ServiceError("AccessDenied", $"User: {call.Caller.Arn} is not authorized to perform: iam:GetAccessKeyLastUsed on resource: access key {id}", 403);
        }

        return new JsonObject
        {
            ["UserName"] = key.UserName,
            ["AccessKeyLastUsed"] = new JsonObject
            {
                ["LastUsedDate"] = key.LastUse?.At,
                ["ServiceName"] = key.LastUse?.Service ?? "N/A",
                ["Region"] = key.LastUse?.Region ?? "N/A",
            },
        };
    }
}
