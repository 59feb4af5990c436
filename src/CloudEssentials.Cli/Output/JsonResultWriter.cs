using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudEssentials.Cli.Output;

/// <summary>Writes JSON Lines: one object a line, with the properties' own names.</summary>
internal sealed class JsonResultWriter(TextWriter output) : IResultWriter
{
    private static readonly JsonSerializerOptions _options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new PolicyDocumentConverter() },
        ReferenceHandler = ReferenceHandler.IgnoreCycles,
    };

    /// <summary>The JSON of one result, on one line.</summary>
    internal static string Serialize(object? result) => JsonSerializer.Serialize(result, result?.GetType() ?? typeof(object), _options);

    /// <inheritdoc/>
    public void Write(object result)
    {
        output.WriteLine(Serialize(result));
        output.Flush();
    }

    /// <inheritdoc/>
    public void Complete()
    {
    }
}
