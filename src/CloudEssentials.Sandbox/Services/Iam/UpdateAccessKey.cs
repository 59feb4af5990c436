using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Makes an access key active or inactive.</summary>
internal sealed class UpdateAccessKey : AccessKeyOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamAccessKey key = Key(call);
        IamState.Of(call.State).AccessKeys[key.Id] = call.RequiredText("Status") switch
        {
            "Active" => key with { IsActive = true },
            "Inactive" => key with { IsActive = false },
            _ => throw IamErrors.InvalidInput("An access key's status can be set to Active or Inactive."),
        };
        return [];
    }
}
