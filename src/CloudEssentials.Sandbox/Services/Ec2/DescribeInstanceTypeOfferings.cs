using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Where in a Region the instance types are offered that the sandbox knows.</summary>
internal sealed class DescribeInstanceTypeOfferings : SandboxOperation
{
    private static readonly Filters<JsonObject> Filtering = AnswerFilters.Parse("""
        instance-type InstanceType
        location Location
        """);

    public override JsonObject Execute(OperationCall call)
    {
        string kind = call.Text("LocationType") ?? "region";
        IEnumerable<JsonObject> offerings = InstanceTypes.All.SelectMany(type => Locations(type, call.Region, kind).Select(location => new JsonObject
        {
            ["InstanceType"] = type.Name,
            ["LocationType"] = kind,
            ["Location"] = location,
        }));
        return Pages.Cut(call, "InstanceTypeOfferings", Filtering.Apply(call, offerings), offering => $"{offering["InstanceType"]} {offering["Location"]}");
    }

    private static IEnumerable<string> Locations(InstanceTypeFacts type, string region, string kind) => kind switch
    {
        "availability-zone" => InstanceTypes.ZonesWith(type, region).Select(zone => zone.Name),
        "availability-zone-id" => InstanceTypes.ZonesWith(type, region).Select(zone => zone.SampleId).OfType<string>(),
        "region" => InstanceTypes.IsOffered(type, region) ? [region] : [],
        _ => [],
    };
}
