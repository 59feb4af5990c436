using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>What several operations need of key pairs.</summary>
internal static class KeyPairs
{
    private const int Maximum = 5000;
    private const int MaximumName = 255;

    public static Ec2KeyPair? Named(OperationCall call, string? name) => Ec2Kinds.KeyPair.In(call).FirstOrDefault(pair => pair.Name == name);

    /// <summary>Keeps a key under the name that the call gives.</summary>
    /// <exception cref="ServiceError">The name is none, or another key has it.</exception>
    public static Ec2KeyPair Add(OperationCall call, string type, byte[] publicBlob, string fingerprint)
    {
        string name = call.RequiredText("KeyName");
        if (name.Length is 0 or > MaximumName || name.Any(character => character is < ' ' or > '~') || name.Trim() != name)
        {
            throw new ServiceError("InvalidParameterValue", $"Value ({name}) for parameter KeyName is invalid: up to {MaximumName} ASCII characters, without leading or trailing spaces.");
        }

        if (Named(call, name) is not null)
        {
            throw new ServiceError("InvalidKeyPair.Duplicate", "The keypair already exists");
        }

        if (Ec2Kinds.KeyPair.In(call).Count() >= Maximum)
        {
            throw new ServiceError("KeyPairLimitExceeded", "The maximum number of key pairs has been reached.");
        }

        var made = new Ec2KeyPair
        {
            Id = call.NewId("key-", 17, IdGenerator.Hexadecimal),
            Region = call.Region,
            Name = name,
            Type = type,
            Fingerprint = fingerprint,
            PublicKey = SshPublicKey.Write(publicBlob, name),
            Created = call.Now,
            Tags = Ec2Tags.ForNew(call, Ec2Kinds.KeyPair.Type),
        };
        NetworkState.Of(call.State).KeyPairs[made.Id] = made;
        return made;
    }

    /// <summary>What both ways of making a key pair answer.</summary>
    public static JsonObject Write(Ec2KeyPair pair) => new()
    {
        ["KeyPairId"] = pair.Id,
        ["KeyName"] = pair.Name,
        ["KeyFingerprint"] = pair.Fingerprint,
        ["Tags"] = IamTags.Write(pair.Tags),
    };
}
