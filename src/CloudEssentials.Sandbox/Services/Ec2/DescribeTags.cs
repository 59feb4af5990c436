using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The tags of all resources of a Region.</summary>
internal sealed class DescribeTags : Ec2Operation
{
    private static readonly Filters<(Ec2Kind Kind, IEc2Resource Resource, KeyValuePair<string, string> Tag)> Filtering = new(new()
    {
        ["key"] = item => [item.Tag.Key],
        ["resource-id"] = item => [item.Resource.Id],
        ["resource-type"] = item => [item.Kind.Type],
        ["value"] = item => [item.Tag.Value],
    }, item => ImmutableSortedDictionary<string, string>.Empty.Add(item.Tag.Key, item.Tag.Value));

    public override JsonObject Execute(OperationCall call)
    {
        var tags = Ec2Kinds.All.SelectMany(kind => kind.SeenIn(call.State, call.Region).SelectMany(resource => resource.Tags.Select(tag => (kind, resource, tag))));
        return Pages.Cut(call, "Tags", Filtering.Apply(call, tags).Select(Write), answer => $"{answer["ResourceId"]} {answer["Key"]}");
    }

    private static JsonObject Write((Ec2Kind Kind, IEc2Resource Resource, KeyValuePair<string, string> Tag) item) => new()
    {
        ["Key"] = item.Tag.Key,
        ["Value"] = item.Tag.Value,
        ["ResourceId"] = item.Resource.Id,
        ["ResourceType"] = item.Kind.Type,
    };
}
