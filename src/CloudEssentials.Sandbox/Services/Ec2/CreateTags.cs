using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Adds tags to resources of any kind, or overwrites them.</summary>
internal sealed class CreateTags : TagOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        var tags = Ec2Tags.Read(call.Input["Tags"]!.AsArray());
        foreach ((Ec2Kind kind, IEc2Resource resource) in Found(call))
        {
            kind.Retag(call.State, resource, Ec2Tags.Add(resource.Tags, tags));
        }

        return [];
    }
}
