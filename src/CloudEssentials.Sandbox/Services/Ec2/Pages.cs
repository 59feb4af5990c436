using System.Text;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Answers in pages: the token of the next page hides the key of the last item, so that what comes and goes in between does no harm.</summary>
internal static class Pages
{
    /// <summary>The page that a call asks for, in the order of the items' keys.</summary>
    public static JsonObject Cut(OperationCall call, string member, IEnumerable<JsonObject> items, Func<JsonObject, string> key, int? size = null)
    {
        string? after = call.Text("NextToken") is { Length: > 0 } token ? Read(token) : null;
        List<JsonObject> rest = [.. items.Where(item => after is null || string.CompareOrdinal(key(item), after) > 0).OrderBy(key, StringComparer.Ordinal)];
        int length = call.Number("MaxResults") ?? size ?? rest.Count;
        return new JsonObject
        {
            [member] = new JsonArray([.. rest.Take(length)]),
            ["NextToken"] = rest.Count > length && length > 0 ? Convert.ToBase64String(Encoding.UTF8.GetBytes(key(rest[length - 1]))) : null,
        };
    }

    private static string Read(string token)
    {
        byte[] bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out int length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw new ServiceError("InvalidParameterValue", $"Invalid value '{token}' for nextToken.");
    }
}
