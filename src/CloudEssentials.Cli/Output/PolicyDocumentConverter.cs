using System.Text.Json;
using System.Text.Json.Serialization;
using CloudEssentials.Policies;

namespace CloudEssentials.Cli.Output;

/// <summary>A policy document is its own JSON.</summary>
internal sealed class PolicyDocumentConverter : JsonConverter<PolicyDocument>
{
    /// <inheritdoc/>
    public override PolicyDocument Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return PolicyDocument.Parse(document.RootElement.GetRawText());
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PolicyDocument value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.ToJson(PolicyJsonStyle.Compact));
}
