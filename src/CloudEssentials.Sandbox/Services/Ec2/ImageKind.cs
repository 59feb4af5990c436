using System.Collections.Immutable;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Images, which are Amazon's: no account keeps them.</summary>
internal sealed class ImageKind() : Ec2Kind("image", "ami-")
{
    public override IEc2Resource? Find(SandboxState state, string region, string id) => AmazonLinuxImage.Find(region, id);

    public override IEnumerable<IEc2Resource> SeenIn(SandboxState state, string region) => AmazonLinuxImage.In(region);

    // An account could tag a public image for its own eyes; the sandbox keeps no such tags.
    public override void Retag(SandboxState state, IEc2Resource resource, ImmutableSortedDictionary<string, string> tags) =>
        throw new Wire.ServiceError("UnsupportedOperation", $"The sandbox keeps no tags of the public image '{resource.Id}'.");

    public override IEnumerable<(string Key, string Value)> ContextOf(OperationCall call, IEc2Resource resource) =>
    [
        ("ec2:ImageID", resource.Id), ("ec2:Owner", "amazon"), ("ec2:Public", "true"), ("ec2:ImageType", "machine"), ("ec2:RootDeviceType", "ebs"),
    ];
}
