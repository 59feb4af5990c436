using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>
/// A page of what a bucket holds: keys by a prefix, those with the delimiter after it rolled up into one. See "Organizing objects using
/// prefixes" in the S3 User Guide.
/// </summary>
/// <typeparam name="T">What is listed.</typeparam>
internal sealed class S3Listing<T>
    where T : class
{
    private const int LargestPage = 1000;

    private readonly OperationCall _call;

    /// <param name="call">The call, whose Prefix, Delimiter, MaxKeys and EncodingType are honoured.</param>
    /// <param name="items">All items in their order.</param>
    /// <param name="key">An item's key.</param>
    /// <param name="after">Where the page before ended: only entries for which this is true follow. The item is null for a rolled-up prefix.</param>
    public S3Listing(OperationCall call, IEnumerable<T> items, Func<T, string> key, Func<string, T?, bool> after)
    {
        _call = call;
        Maximum = Math.Min(call.Number("MaxKeys") ?? LargestPage, LargestPage);
        List<(string Name, T? Item)> rest = [.. Entries(items, key).Where(entry => after(entry.Name, entry.Item)).Take(Maximum + 1)];
        IsTruncated = rest.Count > Maximum;
        Page = [.. rest.Take(Maximum)];
    }

    public int Maximum { get; }

    public bool IsTruncated { get; }

    /// <summary>The entries; those without an item are prefixes.</summary>
    public IReadOnlyList<(string Name, T? Item)> Page { get; }

    public IEnumerable<T> Items => Page.Select(entry => entry.Item).OfType<T>();

    /// <summary>What every answer that lists says.</summary>
    public JsonObject Write() => new()
    {
        ["Name"] = _call.RequiredText("Bucket"),
        ["Prefix"] = Encode(_call.Text("Prefix") ?? string.Empty),
        ["Delimiter"] = Encode(_call.Text("Delimiter")),
        ["MaxKeys"] = Maximum,
        ["EncodingType"] = _call.Text("EncodingType"),
        [nameof(IsTruncated)] = IsTruncated,
        ["CommonPrefixes"] = new JsonArray([.. Page.Where(entry => entry.Item is null).Select(entry => new JsonObject { ["Prefix"] = Encode(entry.Name) })]),
    };

    /// <summary>A key as the caller wants it: XML cannot hold every character.</summary>
    public string? Encode(string? text) =>
        text is null || _call.Text("EncodingType") != "url" ? text : Uri.EscapeDataString(text).Replace("%2F", "/", StringComparison.Ordinal);

    private IEnumerable<(string Name, T? Item)> Entries(IEnumerable<T> items, Func<T, string> key)
    {
        string prefix = _call.Text("Prefix") ?? string.Empty;
        string delimiter = _call.Text("Delimiter") ?? string.Empty;
        string? last = null;
        foreach (T item in items.Where(item => key(item).StartsWith(prefix, StringComparison.Ordinal)))
        {
            int end = delimiter.Length == 0 ? -1 : key(item).IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
            if (end < 0)
            {
                yield return (key(item), item);
            }
            else if (last != key(item)[..(end + delimiter.Length)])
            {
                last = key(item)[..(end + delimiter.Length)];
                yield return (last, null);
            }
        }
    }
}
