using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Answers in pages, as EC2 gives them: MaxResults and NextToken in, NextToken out.</summary>
internal static class Pages
{
    /// <summary>The page that a call asks for, in the order of the items' keys.</summary>
    public static JsonObject Cut(OperationCall call, string member, IEnumerable<JsonObject> items, Func<JsonObject, string> key, int? size = null)
    {
        string? after = call.Text("NextToken") is not { Length: > 0 } token ? null
            : PageToken.Read(call, token) ?? throw new ServiceError("InvalidParameterValue", $"Invalid value '{token}' for nextToken.");
        List<JsonObject> rest = [.. items.Where(item => after is null || string.CompareOrdinal(key(item), after) > 0).OrderBy(key, StringComparer.Ordinal)];
        int length = call.Number("MaxResults") ?? size ?? rest.Count;
        return new JsonObject
        {
            [member] = new JsonArray([.. rest.Take(length)]),
            ["NextToken"] = rest.Count > length && length > 0 ? PageToken.Write(call, key(rest[length - 1])) : null,
        };
    }
}
