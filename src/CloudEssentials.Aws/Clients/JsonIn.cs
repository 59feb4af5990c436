using System.Globalization;
using System.Text.Json;
using Amazon.Util;

namespace CloudEssentials.Aws.Clients;

/// <summary>A value of a JSON response. A null on the wire is an absent member.</summary>
internal sealed class JsonIn(JsonElement element) : WireIn<JsonIn>
{
    internal override string? AsString => element.ValueKind == JsonValueKind.String ? element.GetString() : element.GetRawText();

    internal override int AsInt32 => element.GetInt32();

    internal override long AsInt64 => element.GetInt64();

    internal override bool AsBoolean => element.GetBoolean();

    internal override double AsDouble => element.ValueKind == JsonValueKind.String ? double.Parse(element.GetString()!, CultureInfo.InvariantCulture) : element.GetDouble();

    /// <summary>Seconds since 1970 as a number, or ISO 8601 as a string.</summary>
    internal override DateTime AsDateTime => element.ValueKind == JsonValueKind.String
        ? System.DateTime.Parse(element.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal)
        : AWSSDKUtils.ConvertFromUnixDoubleEpochSeconds(element.GetDouble());

    internal override MemoryStream AsBlob => new(element.GetBytesFromBase64());

    internal override JsonIn? Member(string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement member) && member.ValueKind != JsonValueKind.Null
            ? new(member)
            : null;

    internal List<T>? List<T>(string name, Func<JsonIn, T> read) => Member(name)?.AsList(read) ?? Collections.List<T>();

    internal List<T> AsList<T>(Func<JsonIn, T> read) =>
        [.. element.EnumerateArray().Where(item => item.ValueKind != JsonValueKind.Null).Select(item => read(new(item)))];

    internal Dictionary<string, T>? Map<T>(string name, Func<JsonIn, T> read) => Member(name)?.AsMap(read) ?? Collections.Map<T>();

    internal Dictionary<string, T> AsMap<T>(Func<JsonIn, T> read)
    {
        Dictionary<string, T> map = [];
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Null) map[property.Name] = read(new(property.Value));
        }
        return map;
    }
}
