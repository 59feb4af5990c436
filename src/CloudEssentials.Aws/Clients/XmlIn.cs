using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace CloudEssentials.Aws.Clients;

/// <summary>An element of an XML response. Names are compared without their namespace, as AWS's own readers do.</summary>
internal sealed class XmlIn(XElement element) : WireIn<XmlIn>
{
    internal override string AsString => element.Value;

    internal override int AsInt32 => XmlConvert.ToInt32(element.Value);

    internal override long AsInt64 => XmlConvert.ToInt64(element.Value);

    internal override bool AsBoolean => XmlConvert.ToBoolean(element.Value.Trim().ToLowerInvariant());

    internal override double AsDouble => XmlConvert.ToDouble(element.Value);

    internal override DateTime AsDateTime => System.DateTime.Parse(element.Value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    internal override MemoryStream AsBlob => new(Convert.FromBase64String(element.Value));

    internal override XmlIn? Member(string name) => Children(name).FirstOrDefault();

    /// <summary>A list: its items stand in an element of their own, or (<paramref name="item"/> null) the member's name repeats.</summary>
    internal List<T>? List<T>(string name, string? item, Func<XmlIn, T> read) =>
        item is null ? Items(Children(name), read) : Member(name)?.AsList(item, read) ?? Collections.List<T>();

    internal List<T>? AsList<T>(string item, Func<XmlIn, T> read) => Items(Children(item), read);

    internal Dictionary<string, T>? Map<T>(string name, string? entry, string key, string value, Func<XmlIn, T> read) =>
        entry is null ? Entries(Children(name), key, value, read) : Member(name)?.AsMap(entry, key, value, read) ?? Collections.Map<T>();

    internal Dictionary<string, T>? AsMap<T>(string entry, string key, string value, Func<XmlIn, T> read) =>
        Entries(Children(entry), key, value, read);

    private static List<T>? Items<T>(IEnumerable<XmlIn> items, Func<XmlIn, T> read)
    {
        List<T> list = [.. items.Select(read)];
        return list.Count == 0 ? Collections.List<T>() : list;
    }

    private static Dictionary<string, T>? Entries<T>(IEnumerable<XmlIn> entries, string key, string value, Func<XmlIn, T> read)
    {
        Dictionary<string, T> map = [];
        foreach (XmlIn entry in entries)
        {
            if (entry.Member(key) is { } k && entry.Member(value) is { } v) map[k.AsString] = read(v);
        }
        return map.Count == 0 ? Collections.Map<T>() : map;
    }

    private IEnumerable<XmlIn> Children(string name) =>
        element.Elements().Where(child => child.Name.LocalName == name).Select(child => new XmlIn(child));
}
