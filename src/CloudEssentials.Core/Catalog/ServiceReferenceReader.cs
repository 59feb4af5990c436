using System.Text.Json;
using System.Text.RegularExpressions;

namespace CloudEssentials.Catalog;

/// <summary>
/// Reads AWS's published service reference as the Service Authorization Reference describes it in "Simplified AWS service information for
/// programmatic access". What comes from a network is not trusted: names that could not be AWS's are refused, with the place.
/// </summary>
internal static partial class ServiceReferenceReader
{
    private const int LongestList = 20_000;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16 };

    /// <summary>Reads the list of services: prefix and address of each.</summary>
    /// <exception cref="InvalidDataException">The text is not such a list.</exception>
    public static IReadOnlyList<(string Prefix, string Address)> ReadIndex(ReadOnlyMemory<byte> json) => Read(json, root =>
    {
        var entries = Items(root, "the list of services")
            .Select(entry => (Name(entry, "service", Prefix()), Address: Text(entry, "url")))
            .ToList();
        if (entries.DistinctBy(entry => entry.Item1, StringComparer.OrdinalIgnoreCase).Count() != entries.Count)
            throw new InvalidDataException("The list names a service twice.");
        return entries;
    });

    /// <summary>Reads one service.</summary>
    /// <exception cref="InvalidDataException">The text is not a service's reference, or another service's.</exception>
    public static ReferenceService ReadService(string prefix, ReadOnlyMemory<byte> json) => Read(json, root =>
    {
        if (!string.Equals(Text(root, "Name"), prefix, StringComparison.OrdinalIgnoreCase))
            throw new InvalidDataException($"It is the reference of '{Text(root, "Name")}', not of '{prefix}'.");
        return new ReferenceService(
            prefix,
            [.. List(root, "Actions").Select(ReadAction)],
            [.. List(root, "Resources").Select(ReadResource)],
            [.. List(root, "ConditionKeys").Select(ReadKey)]);
    });

    private static ReferenceAction ReadAction(JsonElement action) => new(
        Name(action, "Name", ActionName()),
        ReadLevel(action),
        Keys(action, "ActionConditionKeys"),
        [.. List(action, "Resources").Select(resource => Name(resource, "Name", ResourceName()))]);

    private static ResourceTypeFacts ReadResource(JsonElement resource) => new(
        Name(resource, "Name", ResourceName()),
        [.. Texts(resource, "ARNFormats").Select(pattern => Checked(pattern, ArnPattern(), "ARNFormats")).Select(ResourceTypeFacts.NormalPattern)],
        Keys(resource, "ConditionKeys"));

    private static ConditionKeyFacts ReadKey(JsonElement key)
    {
        var name = Name(key, "Name", KeyName());
        var type = Texts(key, "Types").FirstOrDefault() ?? "String";
        try
        {
            return ConditionKeyFacts.Parse(name, type, "");
        }
        catch (InvalidDataException)
        {
            // A type that AWS adds one day is text to us until the module knows it.
            return ConditionKeyFacts.Parse(name, "String", "");
        }
    }

    /// <summary>The strongest of the kinds that the annotations name; null where there are none.</summary>
    private static AccessLevel? ReadLevel(JsonElement action)
    {
        if (!action.TryGetProperty("Annotations", out var annotations) || annotations.ValueKind != JsonValueKind.Object
            || !annotations.TryGetProperty("Properties", out var kinds) || kinds.ValueKind != JsonValueKind.Object)
            return null;
        bool Is(string kind) => kinds.TryGetProperty(kind, out var flag) && flag.ValueKind == JsonValueKind.True;
        return Is("IsPermissionManagement") ? AccessLevel.PermissionsManagement
            : Is("IsTaggingOnly") ? AccessLevel.Tagging
            : Is("IsWrite") ? AccessLevel.Write
            : Is("IsList") ? AccessLevel.List
            : AccessLevel.Read;
    }

    private static T Read<T>(ReadOnlyMemory<byte> json, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return read(document.RootElement);
        }
        catch (JsonException failure)
        {
            throw new InvalidDataException($"It is not whole JSON: {failure.Message}", failure);
        }
    }

    private static JsonElement[] List(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var list) && list.ValueKind != JsonValueKind.Null
            ? Items(list, name)
            : [];

    private static JsonElement[] Items(JsonElement list, string name)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > LongestList)
            throw new InvalidDataException($"'{name}' is not a list of a likely length.");
        return [.. list.EnumerateArray()];
    }

    private static IEnumerable<string> Texts(JsonElement owner, string name) => List(owner, name).Select(text => ToText(text, name));

    private static string[] Keys(JsonElement owner, string name) =>
        [.. Texts(owner, name).Select(key => Checked(key, KeyName(), name)).Select(ConditionKeyFacts.NormalName)];

    private static string Name(JsonElement owner, string name, Regex form) => Checked(Text(owner, name), form, name);

    private static string Text(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var text)
            ? ToText(text, name)
            : throw new InvalidDataException($"'{name}' is missing.");

    private static string ToText(JsonElement text, string name) =>
        text.ValueKind == JsonValueKind.String ? text.GetString()! : throw new InvalidDataException($"'{name}' is not a text.");

    private static string Checked(string text, Regex form, string name) =>
        form.IsMatch(text) ? text : throw new InvalidDataException($"'{Shortened(text)}' cannot be a value of '{name}'.");

    private static string Shortened(string text) => text.Length <= 60 ? text : text[..60] + "...";

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,63}\z")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,128}\z")]
    private static partial Regex ActionName();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9 /_.-]{0,127}\z")]
    private static partial Regex ResourceName();

    [GeneratedRegex(@"\A[A-Za-z0-9$][A-Za-z0-9${}<>/_.-]{0,255}:[A-Za-z0-9${}<>/_.:-]{1,255}\z")]
    private static partial Regex KeyName();

    [GeneratedRegex(@"\Aarn:[\x21-\x7e ]{1,500}\z")]
    private static partial Regex ArnPattern();
}
