using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>What stands of an application, by logical id; what others refer to is looked up here.</summary>
internal sealed class Standing(AppScope scope)
{
    private readonly ConcurrentDictionary<string, FoundResource> _found = new(StringComparer.Ordinal);

    /// <summary>What stands.</summary>
    internal IReadOnlyDictionary<string, FoundResource> Found => _found;

    /// <summary>A resource as it stands, or null.</summary>
    internal FoundResource? this[string logicalId] => _found.GetValueOrDefault(logicalId);

    /// <summary>Notes that a resource stands.</summary>
    internal void Add(string logicalId, FoundResource found) => _found[logicalId] = found;

    /// <summary>A second one, to go on from here.</summary>
    internal Standing Copy()
    {
        Standing copy = new(scope);
        foreach ((string logicalId, FoundResource found) in _found)
            copy.Add(logicalId, found);
        return copy;
    }

    /// <summary>A resource as it is wanted, with the ids of what stands in the place of references.</summary>
    internal ResourceWish Wish(AppResource resource) => new(scope, resource, (JsonObject)Resolve(resource.Properties)!);

    private JsonNode? Resolve(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } reference when reference["Ref"] is JsonValue name => Text(Reference(name.GetValue<string>())),
        JsonObject { Count: 1 } attribute when attribute["Fn::GetAtt"] is JsonArray path =>
            Text(this[path[0]!.GetValue<string>()]?.Attributes.GetValueOrDefault(path[1]!.GetValue<string>())),
        JsonObject value => new JsonObject(value.Select(member => KeyValuePair.Create(member.Key, Resolve(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Resolve)]),
        _ => node?.DeepClone(),
    };

    private string? Reference(string name) => name switch
    {
        "AWS::Region" => scope.Connection.Region,
        "AWS::AccountId" => scope.AccountId,
        "AWS::Partition" => scope.Connection.Partition,
        _ => this[name]?.Id,
    };

    private static JsonValue? Text(string? value) => value is null ? null : JsonValue.Create(value);
}
