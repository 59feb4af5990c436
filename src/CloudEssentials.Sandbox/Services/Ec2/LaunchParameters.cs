using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>
/// The parameters of a launch, in RunInstances' names. What a call says itself comes before what its launch template says; tags, block
/// devices and network interfaces are put together one by one.
/// </summary>
internal static class LaunchParameters
{
    private const string Template = "LaunchTemplate";

    // The lists that are put together, each by what tells its items apart.
    private static readonly Dictionary<string, string> KeyedLists = new() { ["BlockDeviceMappings"] = "DeviceName", ["NetworkInterfaces"] = "DeviceIndex" };

    /// <summary>A launch's parameters with its template's in them.</summary>
    /// <exception cref="Wire.ServiceError">There is no such template or version.</exception>
    public static JsonObject Resolve(SandboxState state, string region, JsonObject given) => given[Template] is JsonObject specification
        ? Merge(LaunchTemplates.Data(state, region, specification), given)
        : given.DeepClone().AsObject();

    /// <summary>A template's data with another's in front of it.</summary>
    public static JsonObject Merge(JsonObject under, JsonObject over)
    {
        JsonObject merged = under.DeepClone().AsObject();
        foreach ((string name, JsonNode? value) in over)
        {
            if (name == Template)
            {
                continue;
            }

            merged[name] = (name, merged[name], value) switch
            {
                ("TagSpecifications", JsonArray below, JsonArray above) => MergeTags(below, above),
                (_, JsonArray below, JsonArray above) when KeyedLists.TryGetValue(name, out string? key) => MergeList(below, above, key),
                _ => value?.DeepClone(),
            };
        }

        return merged;
    }

    /// <summary>A new version of a template over another: what it says stands instead of what the other said.</summary>
    public static JsonObject MergeTemplate(JsonObject under, JsonObject over)
    {
        JsonObject merged = under.DeepClone().AsObject();
        foreach ((string name, JsonNode? value) in over)
        {
            merged[name] = value?.DeepClone();
        }

        return merged;
    }

    /// <summary>The same parameters in a subnet: that of the primary network interface, where they describe one.</summary>
    public static JsonObject InSubnet(JsonObject parameters, string subnetId)
    {
        JsonObject moved = parameters.DeepClone().AsObject();
        if (moved["NetworkInterfaces"] is JsonArray { Count: > 0 } interfaces)
        {
            interfaces[0]!["SubnetId"] = subnetId;
        }
        else
        {
            moved["SubnetId"] = subnetId;
        }

        return moved;
    }

    private static JsonArray MergeTags(JsonArray below, JsonArray above) => new([.. below.Concat(above)
        .GroupBy(specification => specification!["ResourceType"]!.GetValue<string>())
        .Select(kind => new JsonObject
        {
            ["ResourceType"] = kind.Key,
            ["Tags"] = new JsonArray([.. kind
                .SelectMany(specification => specification!["Tags"]?.AsArray() ?? [])
                .GroupBy(tag => tag!["Key"]!.GetValue<string>())
                .Select(tags => tags.Last()!.DeepClone())]),
        })]);

    private static JsonArray MergeList(JsonArray below, JsonArray above, string key) => new([.. below.Concat(above)
        .GroupBy(item => item![key]?.ToString() ?? string.Empty)
        .Select(same => same.Select(item => item!.AsObject()).Aggregate(Merge).DeepClone())]);
}
