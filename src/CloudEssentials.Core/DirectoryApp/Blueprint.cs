using System.Text.Json.Nodes;
using CloudEssentials.Policies;

namespace CloudEssentials.DirectoryApp;

/// <summary>Collects the resources of an application as its rooms describe them.</summary>
internal sealed class Blueprint(DirectoryAppSpec spec)
{
    private readonly List<AppResource> _resources = [];

    /// <summary>The application.</summary>
    internal DirectoryAppSpec Spec => spec;

    /// <summary>What was described, in order.</summary>
    internal IReadOnlyList<AppResource> Resources => _resources;

    /// <summary>Adds a resource that AWS keeps no tags of, or keeps them in a place of their own.</summary>
    internal void Add(string logicalId, string type, string name, string why, JsonObject properties, params IReadOnlyList<string> dependsOn) =>
        _resources.Add(new() { LogicalId = logicalId, Type = type, Name = name, Why = why, Properties = properties, DependsOn = dependsOn });

    /// <summary>Adds a resource with the application's tags and the user's.</summary>
    internal void AddTagged(string logicalId, string type, string name, string why, JsonObject properties, params IReadOnlyList<string> dependsOn)
    {
        properties["Tags"] = Tags(logicalId, name);
        Add(logicalId, type, name, why, properties, dependsOn);
    }

    /// <summary>The tags of a resource, in CloudFormation's form.</summary>
    internal JsonArray Tags(string part, string name) =>
        [.. AppTags.Of(spec, part, name).Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })];

    /// <summary>The tags that something bears which another resource makes.</summary>
    internal JsonObject TagSpecification(string resourceType, string part, string name) =>
        new() { ["ResourceType"] = resourceType, ["Tags"] = Tags(part, name) };

    /// <summary>An ARN's beginning.</summary>
    internal string Arn(string rest) => $"arn:{spec.Partition}:{rest}";

    /// <summary>A policy as a property, with the partition's own ARNs.</summary>
    internal JsonNode Document(PolicyDocument document) =>
        JsonNode.Parse(document.ToJson(PolicyJsonStyle.Compact).Replace("\"arn:aws:", $"\"arn:{spec.Partition}:", StringComparison.Ordinal))!;

    /// <summary>What AWS answers of another resource: its id, name or ARN.</summary>
    internal static JsonObject Ref(string logicalId) => new() { ["Ref"] = logicalId };

    /// <summary>One attribute of another resource.</summary>
    internal static JsonObject GetAtt(string logicalId, string attribute) => new() { ["Fn::GetAtt"] = new JsonArray(logicalId, attribute) };

    /// <summary>References to numbered resources.</summary>
    internal static JsonArray Refs(string logicalId, int count) => [.. Enumerable.Range(1, count).Select(number => Ref($"{logicalId}{number}"))];
}
