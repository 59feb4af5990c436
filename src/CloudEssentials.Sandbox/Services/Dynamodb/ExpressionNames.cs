using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>What a call's expressions may stand for: names by <c>#name</c>, values by <c>:value</c>. All that is given must be used.</summary>
internal sealed class ExpressionNames
{
    private readonly JsonObject _names;
    private readonly JsonObject _values;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public ExpressionNames(OperationCall call)
    {
        _names = call.Input["ExpressionAttributeNames"]?.AsObject() ?? [];
        _values = call.Input["ExpressionAttributeValues"]?.AsObject() ?? [];
        DynamoItems.CheckValues(_values.Select(value => value.Value));
    }

    /// <summary>The attribute that a token names.</summary>
    public string Name(string kind, string token)
    {
        _used.Add(token);
        return !token.StartsWith('#') ? token
            : _names[token]?.GetValue<string>() ?? throw DynamoTables.Invalid($"Invalid {kind}: An expression attribute name used in the document path is not defined; attribute name: {token}");
    }

    public JsonNode Value(string kind, string token)
    {
        _used.Add(token);
        return _values[token] ?? throw DynamoTables.Invalid($"Invalid {kind}: An expression attribute value used in expression is not defined; attribute value: {token}");
    }

    /// <exception cref="ServiceError">Something was given that no expression uses.</exception>
    public void CheckUse()
    {
        Check("ExpressionAttributeNames", _names);
        Check("ExpressionAttributeValues", _values);
    }

    private void Check(string what, JsonObject given)
    {
        List<string> unused = [.. given.Select(entry => entry.Key).Where(key => !_used.Contains(key))];
        if (unused.Count > 0)
        {
            throw DynamoTables.Invalid($"Value provided in {what} unused in expressions: keys: {{{string.Join(", ", unused)}}}");
        }
    }
}
