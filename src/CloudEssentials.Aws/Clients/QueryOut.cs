using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Util;

namespace CloudEssentials.Aws.Clients;

/// <summary>A place in the form of a request of the query and ec2 protocols: values are written under its name.</summary>
internal sealed class QueryOut(ParameterCollection parameters, string name, bool ec2) : WireOut<QueryOut>
{
    internal override void Value(string value) => parameters.Add(name, value);

    internal override void Value(int value) => Value(StringUtils.FromInt(value));

    internal override void Value(long value) => Value(StringUtils.FromLong(value));

    internal override void Value(bool value) => Value(StringUtils.FromBool(value));

    internal override void Value(double value) => Value(StringUtils.FromDouble(value));

    internal override void Value(float value) => Value(StringUtils.FromFloat(value));

    internal override void Value(DateTime value) => Value(StringUtils.FromDateTimeToISO8601WithOptionalMs(value));

    internal override void Value(MemoryStream value) => Value(StringUtils.FromMemoryStream(value));

    /// <summary>A list, numbered from one. An empty list that was set is sent as an empty value, except in ec2, which has no word for it.</summary>
    internal void List<T>(string member, List<T>? list, string? item, Action<QueryOut, T> write)
    {
        if (Collections.IsSet(list)) At(member).List(list!, item, write);
    }

    internal void List<T>(List<T> list, string? item, Action<QueryOut, T> write)
    {
        if (list.Count == 0 && !ec2) Value("");
        for (int i = 0; i < list.Count; i++) write(At(item is null ? $"{i + 1}" : $"{item}.{i + 1}"), list[i]);
    }

    internal void Map<T>(string member, Dictionary<string, T>? map, string? entry, string key, string value, Action<QueryOut, T> write)
    {
        if (!Collections.IsSet(map)) return;
        int i = 0;
        foreach ((string k, T v) in map!)
        {
            QueryOut place = At(entry is null ? $"{member}.{++i}" : $"{member}.{entry}.{++i}");
            place.Member(key, k);
            write(place.At(value), v);
        }
    }

    protected override QueryOut At(string member) => new(parameters, name.Length == 0 ? member : $"{name}.{member}", ec2);
}
