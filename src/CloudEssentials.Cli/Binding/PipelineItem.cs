using System.Text.Json;
using CloudEssentials.Operations;

namespace CloudEssentials.Cli.Binding;

/// <summary>One thing that came down the pipeline.</summary>
/// <param name="Text">It as text.</param>
/// <param name="Json">It as JSON, where it is JSON.</param>
internal sealed record PipelineItem(string Text, JsonElement? Json)
{
    /// <summary>True for an object with properties.</summary>
    internal bool IsObject => Json is { ValueKind: JsonValueKind.Object };

    /// <summary>It as a value, for an input that takes any object.</summary>
    /// <param name="documents">True where the input takes JSON documents: those keep their text, with its lines and columns.</param>
    internal object? Value(bool documents)
    {
        if (Json is not { } json || (documents && IsDocument(json)))
            return Text;
        return PipedObject.ValueOf(json);
    }

    /// <summary>The property of one of these names.</summary>
    internal JsonElement? Property(IEnumerable<string> names)
    {
        if (Json is not { ValueKind: JsonValueKind.Object } json)
            return null;
        foreach (string name in names)
        {
            foreach (JsonProperty property in json.EnumerateObject())
            {
                if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind != JsonValueKind.Null)
                    return property.Value;
            }
        }

        return null;
    }

    /// <summary>Reads items as they come: JSON Lines, JSON over several lines, the items of a JSON array, or plain lines.</summary>
    internal static async IAsyncEnumerable<PipelineItem> ReadAsync(
        TextReader reader,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        DocumentLineJoiner joiner = new();
        // A read from a pipe cannot be cancelled; waiting for it can.
        while (await Task.Run(reader.ReadLine, CancellationToken.None).WaitAsync(cancellationToken) is { } line)
        {
            if (joiner.Add(line) is not { } text)
                continue;
            foreach (PipelineItem item in ItemsOf(text))
                yield return item;
        }

        if (joiner.Flush() is { } rest)
        {
            foreach (PipelineItem item in ItemsOf(rest))
                yield return item;
        }
    }

    private static IEnumerable<PipelineItem> ItemsOf(string text)
    {
        if (Parse(text) is not { } json)
            return [new(text, null)];
        return json.ValueKind switch
        {
            JsonValueKind.Array => json.EnumerateArray().Select(OfJson),
            JsonValueKind.Null => [],
            _ => [OfJson(json) with { Text = json.ValueKind == JsonValueKind.String ? json.GetString()! : text }],
        };
    }

    private static PipelineItem OfJson(JsonElement json) =>
        new(json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText(), json);

    private static JsonElement? Parse(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsDocument(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.EnumerateObject().Any(p => p.Name.Equals("Statement", StringComparison.OrdinalIgnoreCase));
}
