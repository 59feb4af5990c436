using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Makes an access key for a user, or the caller if nobody is named; its secret is never shown again.</summary>
internal sealed class CreateAccessKey : CredentialOperation
{
    // The model requires a name; the root user's is that of the credential report.
    private const string RootName = "<root_account>";

    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        string? owner = Owner(call);
        if (iam.KeysOf(owner).Count() >= IamQuotas.AccessKeysPerUser)
        {
            throw IamErrors.QuotaExceeded("AccessKeysPerUser", IamQuotas.AccessKeysPerUser);
        }

        var key = new IamAccessKey(
            call.NewId("AKIA", 16, IdGenerator.Base32), call.NewId(string.Empty, 40, IdGenerator.Base64), owner, true, call.Now);
        iam.AccessKeys[key.Id] = key;
        return new JsonObject
        {
            ["AccessKey"] = new JsonObject
            {
                ["UserName"] = owner ?? RootName,
                ["AccessKeyId"] = key.Id,
                ["Status"] = "Active",
                ["SecretAccessKey"] = key.Secret,
                ["CreateDate"] = key.Created,
            },
        };
    }
}
