using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The Regions of the partition, with the account's opt-in status.</summary>
internal sealed class DescribeRegions : SandboxOperation
{
    private static readonly Filters<RegionView> Filtering = new(new()
    {
        ["endpoint"] = region => [region.Facts.Endpoint],
        ["opt-in-status"] = region => [region.OptInStatus],
        ["region-name"] = region => [region.Facts.Code],
    });

    public override JsonObject Execute(OperationCall call)
    {
        IReadOnlyList<RegionView> known = [.. RegionView.All(call.State, call.Partition)];
        IReadOnlyList<string> names = call.Texts("RegionNames");
        List<string> unknown = [.. names.Except(known.Select(region => region.Facts.Code))];
        if (unknown.Count > 0)
        {
            throw new ServiceError("InvalidParameterValue", $"Invalid region: [{string.Join(", ", unknown)}]");
        }

        IEnumerable<RegionView> wanted = known
            .Where(region => names.Count > 0 ? names.Contains(region.Facts.Code) : call.Flag("AllRegions") || region.IsEnabled);
        return new JsonObject { ["Regions"] = new JsonArray([.. Filtering.Apply(call, wanted).Select(Write)]) };
    }

    private static JsonObject Write(RegionView region) => new()
    {
        ["OptInStatus"] = region.OptInStatus,
        ["Geography"] = new JsonArray(new JsonObject { ["Name"] = region.Facts.Country }),
        ["RegionName"] = region.Facts.Code,
        ["Endpoint"] = region.Facts.Endpoint,
    };
}
