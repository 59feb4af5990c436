using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>
/// IAM's way of answering a list in pages: MaxItems and Marker in, IsTruncated and Marker out.
/// </summary>
internal static class IamPage
{
    private const int DefaultSize = 100;

    /// <param name="call">The call, whose MaxItems and Marker are honoured.</param>
    /// <param name="items">All items, in the order of their keys.</param>
    /// <param name="key">An item's key.</param>
    /// <param name="list">The list's name in the answer.</param>
    /// <param name="write">How an item is answered.</param>
    public static JsonObject Of<T>(OperationCall call, IEnumerable<T> items, Func<T, string> key, string list, Func<T, JsonNode?> write)
    {
        int size = call.Number("MaxItems") ?? DefaultSize;
        string? after = call.Text("Marker") is { } marker ? PageToken.Read(call, marker) ?? throw new ServiceError("ValidationError", "Invalid Marker.") : null;
        List<T> rest = [.. items
            .Where(item => after is null || StringComparer.OrdinalIgnoreCase.Compare(key(item), after) > 0)
            .Take(size + 1)];
        List<T> page = [.. rest.Take(size)];
        var answer = new JsonObject
        {
            [list] = new JsonArray([.. page.Select(write)]),
            ["IsTruncated"] = rest.Count > size,
        };
        if (rest.Count > size)
        {
            answer["Marker"] = PageToken.Write(call, key(page[^1]));
        }

        return answer;
    }
}
