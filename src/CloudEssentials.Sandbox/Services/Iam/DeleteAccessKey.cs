using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes an access key away.</summary>
internal sealed class DeleteAccessKey : AccessKeyOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState.Of(call.State).AccessKeys.Remove(Key(call).Id);
        return [];
    }
}
