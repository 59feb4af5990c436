using System.Text.Json;
using Amazon.Runtime.Internal.Util;
using Amazon.Util;

namespace CloudEssentials.Aws.Clients;

/// <summary>The body of a request of the json and rest-json protocols.</summary>
internal sealed class JsonOut(Utf8JsonWriter writer) : WireOut<JsonOut>
{
    internal void Begin() => writer.WriteStartObject();

    internal void End() => writer.WriteEndObject();

    internal override void Value(string value) => writer.WriteStringValue(value);

    internal override void Value(int value) => writer.WriteNumberValue(value);

    internal override void Value(long value) => writer.WriteNumberValue(value);

    internal override void Value(bool value) => writer.WriteBooleanValue(value);

    internal override void Value(double value) => writer.WriteNumberValue(value);

    internal override void Value(float value) => writer.WriteNumberValue(value);

    internal override void Value(DateTime value) => writer.WriteNumberValue(AWSSDKUtils.ConvertToUnixEpochSecondsDecimal(value));

    internal override void Value(MemoryStream value) => writer.WriteStringValue(StringUtils.FromMemoryStream(value));

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

    protected override JsonOut At(string member)
    {
        writer.WritePropertyName(member);
        return this;
    }
}
