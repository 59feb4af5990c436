using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Amazon.Runtime;
using CloudEssentials.ClientGenerator;

namespace CloudEssentials.Tests.Clients;

/// <summary>Requests and answers with a value in every place, the same each time, and objects as lines of text.</summary>
internal static class Samples
{
    private const int Deep = 5;

    /// <summary>An object of <paramref name="type"/> in which every member that <paramref name="known"/> has too is set.</summary>
    internal static object Filled(Type type, Type known)
    {
        int count = 0;
        return Fill(type, known, 0, ref count);
    }

    /// <summary>An answer of the ec2 protocol as the model describes it.</summary>
    internal static string Ec2Answer(Operation operation)
    {
        int count = 0;
        string body = operation.Output is { } output ? Xml(output, 0, ref count) : "";
        return $"<{operation.Response} xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>r</requestId>{body}</{operation.Response}>";
    }

    /// <summary>All that an answer holds, one value a line; of two types of the same name, the members of <paramref name="known"/>.</summary>
    internal static IEnumerable<string> Lines(object? value, Type known, string path = "") => value switch
    {
        null => [$"{path} is null"],
        ConstantClass constant => [$"{path} = {constant.Value}"],
        DateTime time => [$"{path} = {time:O}"],
        MemoryStream blob => [$"{path} = {Convert.ToBase64String(blob.ToArray())}"],
        ResponseMetadata metadata => [$"{path} = {metadata.RequestId}"],
        string or ValueType => [string.Create(CultureInfo.InvariantCulture, $"{path} = {value}")],
        IList list => list.Cast<object>().SelectMany((item, i) => Lines(item, known.GetGenericArguments()[0], $"{path}[{i}]")).Prepend($"{path} has {list.Count}"),
        _ => known.GetProperties().SelectMany(property => Lines(value.GetType().GetProperty(property.Name)!.GetValue(value), property.PropertyType, $"{path}.{property.Name}")),
    };

    private static object Fill(Type type, Type known, int depth, ref int count)
    {
        object filled = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in known.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            PropertyInfo target = type.GetProperty(property.Name)!;
            if (Value(target.PropertyType, property.PropertyType, depth, ref count) is { } value) target.SetValue(filled, value);
        }
        return filled;
    }

    private static object? Value(Type type, Type known, int depth, ref int count)
    {
        if (depth > Deep) return null;
        count++;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return $"é &=+{count}";
        if (type == typeof(bool)) return count % 2 == 0;
        if (type == typeof(DateTime)) return new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddMilliseconds(count % 2 * 678);
        if (type == typeof(MemoryStream)) return new MemoryStream(Encoding.UTF8.GetBytes($"blob {count}"));
        if (type.IsPrimitive) return Convert.ChangeType(count, type, CultureInfo.InvariantCulture);
        if (typeof(ConstantClass).IsAssignableFrom(type)) return Activator.CreateInstance(type, $"constant {count}");
        return typeof(IList).IsAssignableFrom(type) ? ListOf(type, known, depth, ref count) : Fill(type, known, depth + 1, ref count);
    }

    private static IList ListOf(Type type, Type known, int depth, ref int count)
    {
        IList list = (IList)Activator.CreateInstance(type)!;
        for (int i = 0; i < 2; i++)
        {
            if (Value(type.GetGenericArguments()[0], known.GetGenericArguments()[0], depth + 1, ref count) is { } item) list.Add(item);
        }
        return list;
    }

    private static string Xml(Shape shape, int depth, ref int count)
    {
        StringBuilder text = new();
        switch (shape.Type)
        {
            case "structure":
                foreach (Member member in shape.Members.Where(member => depth < Deep || member.Shape.Type is not ("structure" or "list")))
                {
                    text.Append(CultureInfo.InvariantCulture, $"<{member.WireName}>{Xml(member.Shape, depth + 1, ref count)}</{member.WireName}>");
                }
                return text.ToString();
            case "list":
                string item = shape.LocationOf("member") ?? "member";
                for (int i = 0; i < 2; i++) text.Append(CultureInfo.InvariantCulture, $"<{item}>{Xml(shape.Item.Shape, depth + 1, ref count)}</{item}>");
                return text.ToString();
            default:
                count++;
                return shape.Type switch
                {
                    "boolean" => count % 2 == 0 ? "true" : "false",
                    "timestamp" => "2026-01-02T03:04:05.678Z",
                    "string" => $"é &amp; {count}",
                    "blob" => Convert.ToBase64String([(byte)count]),
                    _ => $"{count}",
                };
        }
    }
}
