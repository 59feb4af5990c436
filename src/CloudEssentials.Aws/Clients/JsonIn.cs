using System.Globalization;
using System.Text.Json;
using Amazon.Util;

namespace CloudEssentials.Aws.Clients;

/// <summary>A value of a JSON response. A null on the wire is an absent member.</summary>
internal sealed class JsonIn(JsonElement element)
{
    internal string? AsString => element.ValueKind == JsonValueKind.String ? element.GetString() : element.GetRawText();

    internal int AsInt32 => element.GetInt32();

    internal long AsInt64 => element.GetInt64();

    internal bool AsBoolean => element.GetBoolean();

    internal double AsDouble => element.ValueKind == JsonValueKind.String ? double.Parse(element.GetString()!, CultureInfo.InvariantCulture) : element.GetDouble();

    internal float AsSingle => (float)AsDouble;

    /// <summary>Seconds since 1970 as a number, or ISO 8601 as a string.</summary>
    internal DateTime AsDateTime => element.ValueKind == JsonValueKind.String
        ? System.DateTime.Parse(element.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal)
        : AWSSDKUtils.ConvertFromUnixDoubleEpochSeconds(element.GetDouble());

    internal MemoryStream AsBlob => new(element.GetBytesFromBase64());

    internal JsonIn? Member(string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement member) && member.ValueKind != JsonValueKind.Null
            ? new(member)
            : null;

    internal string? String(string name) => Member(name)?.AsString;

    internal int? Int32(string name) => Member(name)?.AsInt32;

    internal long? Int64(string name) => Member(name)?.AsInt64;

    internal bool? Boolean(string name) => Member(name)?.AsBoolean;

    internal double? Double(string name) => Member(name)?.AsDouble;

    internal float? Single(string name) => Member(name)?.AsSingle;

    internal DateTime? DateTime(string name) => Member(name)?.AsDateTime;

    internal MemoryStream? Blob(string name) => Member(name)?.AsBlob;

    internal T? Structure<T>(string name, Func<JsonIn, T> read) where T : class => Member(name) is { } member ? read(member) : null;

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
