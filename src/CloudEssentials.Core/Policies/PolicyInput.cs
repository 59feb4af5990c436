using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace CloudEssentials.Policies;

/// <summary>Finds the policy document in what a person handed over.</summary>
internal sealed class PolicyInput(Func<object, object?>? unwrap)
{
    // A policy needs five levels; a dictionary that holds itself has no end.
    private const int DeepestLevel = 64;

    private static readonly string[] DocumentProperties = ["PolicyDocument", "Document", "AssumeRolePolicyDocument", "Policy"];

    public PolicyDocument Read(object? value, int depth = 0)
    {
        value = Unwrap(value);
        switch (value)
        {
            case PolicyDocument document:
                return document;
            case string text:
                return PolicyDocument.Parse(text);
            case DirectoryInfo folder:
                throw IsFolder(folder.FullName);
            case FileInfo file:
                return PolicyDocument.FromFile(file.FullName);
            case IDictionary dictionary:
                return FindIn(dictionary, depth) ?? (HoldsNothing(dictionary) ? throw Expected(null, "there is nothing in the object's document") : ReadDictionary(dictionary));
            case IEnumerable lines when JoinLines(lines) is { } joined:
                return PolicyDocument.Parse(joined);
            case null:
                throw Expected(null, "there is nothing");
        }

        var property = depth < DeepestLevel ? FindProperty(value) : null;
        return property is null ? throw Expected(value, $"a value of type {value.GetType().Name} is none") : Read(property, depth + 1);
    }

    public PolicyDocument ReadDictionary(IDictionary dictionary)
    {
        StringBuilder json = new();
        Write(json, dictionary, "", PolicyElementName.OfDocument, 0);
        var parsed = PolicyDocument.Parse(json.ToString());
        return PolicyDocument.Parse(parsed.ToJson(PolicyJsonStyle.Indented));
    }

    public static string ReadFile(string path)
    {
        if (Directory.Exists(path))
            throw IsFolder(path);
        try
        {
            using StreamReader reader = new(path, new UTF8Encoding(false, true));
            return reader.ReadToEnd();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or DecoderFallbackException or ArgumentException or NotSupportedException)
        {
            throw new CloudException(
                "PolicyFileUnreadable",
                $"The policy file '{path}' cannot be read: {(problem is DecoderFallbackException ? "it is not UTF-8 text." : problem.Message)}",
                CloudErrorCategory.ReadError,
                path,
                "Check the path, and that the file is text in UTF-8 or has a byte order mark.",
                problem);
        }
    }

    private static CloudException IsFolder(string path) => new(
        "PolicyFileUnreadable",
        $"'{path}' is a folder, and a policy is a file.",
        CloudErrorCategory.ReadError,
        path,
        "Name the files in it, as in *.json.");

    private static CloudException Expected(object? target, string found) => new(
        "PolicyDocumentExpected",
        $"A policy document was expected, and {found}.",
        CloudErrorCategory.InvalidArgument,
        target,
        "Give JSON text, a file, a hashtable with Statement, or an object with a property PolicyDocument, Document, AssumeRolePolicyDocument or Policy.");

    private object? Unwrap(object? value) => value is null || unwrap is null ? value : unwrap(value);

    // A dictionary may be a policy, or, like an object from an API, hold one.
    private PolicyDocument? FindIn(IDictionary dictionary, int depth)
    {
        var holder = depth < DeepestLevel && Find(dictionary, PolicyElementName.Statement) is null
            ? Array.Find(DocumentProperties, name => Find(dictionary, name) is not null)
            : null;
        return holder is null ? null : Read(Find(dictionary, holder), depth + 1);
    }

    // An object whose document is null is no policy of its own.
    private static bool HoldsNothing(IDictionary dictionary) =>
        Find(dictionary, PolicyElementName.Statement) is null
        && dictionary.Keys.Cast<object>().Any(key => DocumentProperties.Contains(key.ToString(), StringComparer.OrdinalIgnoreCase));

    private static object? Find(IDictionary dictionary, string name)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            if (entry.Key is string key && key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return entry.Value;
            }
        }

        return null;
    }

    private static object? FindProperty(object value)
    {
        foreach (var name in DocumentProperties)
        {
            var property = value.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance);
            if (property is { CanRead: true } && property.GetIndexParameters().Length == 0 && ReadProperty(property, value) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static object? ReadProperty(PropertyInfo property, object value)
    {
        try
        {
            return property.GetValue(value);
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }

    private string? JoinLines(IEnumerable lines)
    {
        List<string> parts = [];
        foreach (var line in lines)
        {
            if (Unwrap(line) is not string text)
            {
                return null;
            }

            parts.Add(text);
        }

        return parts.Count == 0 ? null : string.Join('\n', parts);
    }

    private void Write(StringBuilder json, object? value, string path, string[]? order, int depth)
    {
        if (depth > DeepestLevel)
        {
            throw Expected(null, $"the value at '{Shorten(path)}' is nested deeper than {DeepestLevel} levels");
        }

        value = Unwrap(value);
        switch (value)
        {
            case null:
                json.Append("null");
                break;
            case string or char:
                PolicyJsonWriter.AppendString(json, value.ToString()!);
                break;
            case bool truth:
                json.Append(truth ? "true" : "false");
                break;
            case sbyte or byte or short or ushort or int or uint or long or ulong or decimal:
                json.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
            case double or float when double.IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture)):
                json.Append(((IFormattable)value).ToString("R", CultureInfo.InvariantCulture));
                break;
            case DateTime time:
                PolicyJsonWriter.AppendString(json, time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset time:
                PolicyJsonWriter.AppendString(json, time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
                break;
            case PolicyDocument document:
                json.Append(document.ToJson(PolicyJsonStyle.Compact));
                break;
            case PolicyStatement statement:
                json.Append(statement.Node.ToJson());
                break;
            case PolicyNode node:
                json.Append(node.ToJson());
                break;
            case PolicyValues values:
                json.Append(values.Node.ToJson());
                break;
            case IDictionary dictionary:
                WriteDictionary(json, dictionary, path, order, depth);
                break;
            case IEnumerable items:
                WriteItems(json, items, path, order, depth);
                break;
            default:
                throw Expected(value, $"the value at '{Shorten(path)}' is of type {value.GetType().Name}, which has no form in JSON");
        }
    }

    private void WriteDictionary(StringBuilder json, IDictionary dictionary, string path, string[]? order, int depth)
    {
        List<DictionaryEntry> entries = [];
        foreach (DictionaryEntry entry in dictionary)
        {
            entries.Add(entry);
        }

        if (dictionary is not IOrderedDictionary)
        {
            entries = [.. entries
                .OrderBy(entry => order is null ? 0 : PolicyElementName.Rank(order, entry.Key.ToString()))
                .ThenBy(entry => entry.Key.ToString(), StringComparer.Ordinal)];
        }

        json.Append('{');
        for (var i = 0; i < entries.Count; i++)
        {
            json.Append(i == 0 ? "" : ",");
            var name = entries[i].Key.ToString() ?? "";
            PolicyJsonWriter.AppendString(json, name);
            json.Append(':');
            var inner = depth == 0 && name == PolicyElementName.Statement ? PolicyElementName.OfStatement : null;
            Write(json, entries[i].Value, $"{path}/{name}", inner, depth + 1);
        }

        json.Append('}');
    }

    private void WriteItems(StringBuilder json, IEnumerable items, string path, string[]? order, int depth)
    {
        json.Append('[');
        var index = 0;
        foreach (var item in items)
        {
            json.Append(index == 0 ? "" : ",");
            Write(json, item, $"{path}/{index++}", order, depth + 1);
        }

        json.Append(']');
    }

    private static string Shorten(string path) => path.Length <= 80 ? path : path[..80] + "...";
}
