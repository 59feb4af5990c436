using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes in a user's SSH public key.</summary>
internal sealed class UploadSSHPublicKey : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        string user = IdentityKinds.User.Get(call).Name;
        string body = call.RequiredText("SSHPublicKeyBody");
        if (body.Split(' ') is not ["ssh-rsa", { } encoded, ..] || !Convert.TryFromBase64String(encoded.Trim(), new byte[encoded.Length], out int length))
        {
            throw new ServiceError("InvalidPublicKey", "The public key is malformed or otherwise invalid.");
        }

        if (iam.SshKeys.Current.Values.Count(known => known.UserName == user) >= IamQuotas.SshKeysPerUser)
        {
            throw IamErrors.QuotaExceeded("SSHPublicKeysPerUser", IamQuotas.SshKeysPerUser);
        }

        // The fingerprint that IAM tells is the MD5 hash of the key; nothing rests on its strength.
        #pragma warning disable CA5351
        string hash = Convert.ToHexString(MD5.HashData(Convert.FromBase64String(encoded.Trim()).AsSpan(0, length))).ToLowerInvariant();
        #pragma warning restore CA5351
        string fingerprint = string.Join(':', hash.Chunk(2).Select(pair => new string(pair)));
        var key = new IamSshKey(call.NewId("APKA", 16, IdGenerator.Base32), user, body, fingerprint, true, call.Now);
        iam.SshKeys[key.Id] = key;
        return new JsonObject
        {
            ["SSHPublicKey"] = new JsonObject
            {
                ["UserName"] = user,
                ["SSHPublicKeyId"] = key.Id,
                ["Fingerprint"] = fingerprint,
                ["SSHPublicKeyBody"] = body,
                ["Status"] = "Active",
                ["UploadDate"] = key.Uploaded,
            },
        };
    }
}
