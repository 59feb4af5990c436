using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Iam;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The key pairs of a Region.</summary>
internal sealed class DescribeKeyPairs() : DescribeOperation<Ec2KeyPair>(Ec2Kinds.KeyPair, "KeyPairIds", "KeyPairs", "KeyPairId", """
    key-pair-id KeyPairId
    fingerprint KeyFingerprint
    key-name KeyName
    """)
{
    protected override IEnumerable<Ec2KeyPair> Wanted(OperationCall call) => call.Texts("KeyNames") is { Count: > 0 } names
        ? names.Select(name => KeyPairs.Named(call, name) ?? throw Ec2Kinds.KeyPair.Unknown(name)).ToList()
        : base.Wanted(call);

    protected override JsonObject Write(OperationCall call, Ec2KeyPair resource)
    {
        JsonObject answer = KeyPairs.Write(resource);
        answer["KeyType"] = resource.Type;
        answer["CreateTime"] = resource.Created;
        answer["PublicKey"] = call.Flag("IncludePublicKey") ? resource.PublicKey : null;
        answer["Tags"] = IamTags.Write(resource.Tags) ?? [];
        return answer;
    }
}
