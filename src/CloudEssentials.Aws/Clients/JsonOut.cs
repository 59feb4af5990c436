using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Util;
using Amazon.Util;

namespace CloudEssentials.Aws.Clients;

/// <summary>The body of a request of the json and rest-json protocols.</summary>
internal sealed class JsonOut(Utf8JsonWriter writer)
{
    internal void Begin() => writer.WriteStartObject();

    internal void End() => writer.WriteEndObject();

    internal void Value(string value) => writer.WriteStringValue(value);

    internal void Value(ConstantClass value) => Value(value.Value);

    internal void Value(int value) => writer.WriteNumberValue(value);

    internal void Value(long value) => writer.WriteNumberValue(value);

    internal void Value(bool value) => writer.WriteBooleanValue(value);

    internal void Value(double value) => writer.WriteNumberValue(value);

    internal void Value(float value) => writer.WriteNumberValue(value);

    internal void Value(DateTime value) => writer.WriteNumberValue(AWSSDKUtils.ConvertToUnixEpochSecondsDecimal(value));

    internal void Value(MemoryStream value) => writer.WriteStringValue(StringUtils.FromMemoryStream(value));

    internal void Member(string member, string? value)
    {
        if (value is not null) writer.WriteString(member, value);
    }

    internal void Member(string member, ConstantClass? value) => Member(member, value?.Value);

    internal void Member(string member, int? value)
    {
        if (value is { } set) writer.WriteNumber(member, set);
    }

    internal void Member(string member, long? value)
    {
        if (value is { } set) writer.WriteNumber(member, set);
    }

    internal void Member(string member, bool? value)
    {
        if (value is { } set) writer.WriteBoolean(member, set);
    }

    internal void Member(string member, double? value)
    {
        if (value is { } set) writer.WriteNumber(member, set);
    }

    internal void Member(string member, float? value)
    {
        if (value is { } set) writer.WriteNumber(member, set);
    }

    internal void Member(string member, DateTime? value)
    {
        if (value is { } set) At(member).Value(set);
    }

    internal void Member(string member, MemoryStream? value)
    {
        if (value is not null) At(member).Value(value);
    }

    internal void Structure<T>(string member, T? value, Action<JsonOut, T> write) where T : class
    {
        if (value is not null) write(At(member), value);
    }

    internal void List<T>(string member, List<T>? list, Action<JsonOut, T> write)
    {
        if (Collections.IsSet(list)) At(member).List(list!, write);
    }

    internal void List<T>(List<T> list, Action<JsonOut, T> write)
    {
        writer.WriteStartArray();
        foreach (T item in list) write(this, item);
        writer.WriteEndArray();
    }

    internal void Map<T>(string member, Dictionary<string, T>? map, Action<JsonOut, T> write)
    {
        if (Collections.IsSet(map)) At(member).Map(map!, write);
    }

    internal void Map<T>(Dictionary<string, T> map, Action<JsonOut, T> write)
    {
        Begin();
        foreach ((string key, T value) in map) write(At(key), value);
        End();
    }

    private JsonOut At(string member)
    {
        writer.WritePropertyName(member);
        return this;
    }
}
