using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>EC2's way of answering a list in pages: MaxResults and NextToken in, NextToken out. Without MaxResults all is answered at once.</summary>
internal static class Ec2Page
{
    /// <param name="call">The call, whose MaxResults and NextToken are honoured.</param>
    /// <param name="items">All items.</param>
    /// <param name="key">An item's key, by which they are put in order.</param>
    /// <param name="list">The list's name in the answer.</param>
    /// <param name="write">How an item is answered.</param>
    public static JsonObject Of<T>(OperationCall call, IEnumerable<T> items, Func<T, string> key, string list, Func<T, JsonNode?> write)
    {
        string? after = call.Text("NextToken") is not { } token ? null
            : PageToken.Read(call, token) ?? throw new ServiceError("InvalidNextToken", "The token for the next set of items is not valid.");
        IEnumerable<T> rest = items
            .OrderBy(key, StringComparer.Ordinal)
            .SkipWhile(item => after is not null && string.CompareOrdinal(key(item), after) <= 0);
        int? size = call.Number("MaxResults");
        List<T> page = [.. size is null ? rest : rest.Take(size.Value + 1)];
        bool isMore = page.Count > size;
        if (isMore)
        {
            page.RemoveAt(page.Count - 1);
        }

        return new JsonObject
        {
            [list] = new JsonArray([.. page.Select(write)]),
            ["NextToken"] = isMore ? PageToken.Write(call, key(page[^1])) : null,
        };
    }

    /// <summary>A Describe call that answers resources of one kind by their ids.</summary>
    public static JsonObject Of<T>(OperationCall call, IEnumerable<T> items, string list, Func<T, JsonNode?> write)
        where T : IEc2Resource => Of(call, items, item => item.Id, list, write);
}
