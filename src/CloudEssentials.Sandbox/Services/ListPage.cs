using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services;

/// <summary>How a service answers its lists in pages.</summary>
/// <param name="SizeName">The parameter that says how many items a page may have.</param>
/// <param name="TokenName">The parameter that asks for a further page.</param>
/// <param name="NextName">The member of the answer that names the next page.</param>
/// <param name="Size">How many items a page has where the call does not say.</param>
/// <param name="Invalid">What the service says to a token that it has not given.</param>
internal sealed record ListPage(string SizeName, string TokenName, string NextName, int Size, Func<ServiceError> Invalid)
{
    /// <summary>The page that a call asks for, in the order of the items' keys.</summary>
    public JsonObject Cut<T>(OperationCall call, IEnumerable<T> items, Func<T, string> key, string list, Func<T, JsonNode?> write)
    {
        string? after = call.Text(TokenName) is { Length: > 0 } token ? PageToken.Read(call, token) ?? throw Invalid() : null;
        int size = (call.Operation.Input?.Members.Any(member => member.Name == SizeName) == true ? call.Number(SizeName) : null) ?? Size;
        List<T> page = [.. items
            .OrderBy(key, StringComparer.Ordinal)
            .SkipWhile(item => after is not null && string.CompareOrdinal(key(item), after) <= 0)
            .Take(size + 1)];
        bool isMore = page.Count > size;
        if (isMore)
        {
            page.RemoveAt(size);
        }

        return new JsonObject
        {
            [list] = new JsonArray([.. page.Select(write)]),
            [NextName] = isMore ? PageToken.Write(call, key(page[^1])) : null,
        };
    }
}
