using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The access keys of a user, without their secrets.</summary>
internal sealed class ListAccessKeys : CredentialOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        string? owner = Owner(call);
        IEnumerable<IamAccessKey> keys = IamState.Of(call.State).KeysOf(owner);
        return IamPage.Of(call, keys, key => key.Id, "AccessKeyMetadata", key => new JsonObject
        {
            ["UserName"] = key.UserName,
            ["AccessKeyId"] = key.Id,
            ["Status"] = key.IsActive ? "Active" : "Inactive",
            ["CreateDate"] = key.Created,
        });
    }
}
