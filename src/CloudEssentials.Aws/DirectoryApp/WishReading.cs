using System.Text.Json.Nodes;
using CloudEssentials.Policies;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Reads the properties of a wish.</summary>
internal static class WishReading
{
    /// <summary>A text, or null where the property is not there or refers to what does not stand yet.</summary>
    internal static string? Text(this ResourceWish wish, string property) => wish.Properties.Text(property);

    /// <inheritdoc cref="Text(ResourceWish, string)"/>
    internal static string? Text(this JsonObject value, string property) => value[property] is JsonValue text ? text.ToString() : null;

    /// <summary>A number, or null where there is none.</summary>
    internal static int? Number(this JsonObject value, string property) =>
        value.Text(property) is { } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>True where a property is there and says so.</summary>
    internal static bool Flag(this JsonObject value, string property) => bool.TryParse(value.Text(property), out bool flag) && flag;

    /// <summary>The texts of a list; none where the property is not there, and none of what does not stand yet.</summary>
    internal static List<string> Texts(this JsonObject value, string property) => [.. (value[property] as JsonArray ?? []).OfType<JsonValue>().Select(text => text.ToString())];

    /// <summary>True where a list names just what is there; what it refers to and does not stand yet is not there.</summary>
    internal static bool Names(this JsonObject value, string property, IEnumerable<string> present)
    {
        List<string> wanted = value.Texts(property);
        return wanted.Count == (value[property] as JsonArray ?? []).Count && wanted.ToHashSet(StringComparer.Ordinal).SetEquals(present);
    }

    /// <summary>The members of a list; none where the property is not there.</summary>
    internal static IEnumerable<JsonObject> Objects(this JsonObject value, string property) => (value[property] as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>A policy document that stands among the properties as JSON or as text.</summary>
    internal static PolicyDocument Policy(this JsonObject value, string property) => PolicyDocument.Parse(value[property] is JsonValue text ? text.GetValue<string>() : value[property]!.ToJsonString());
}
