using System.Collections;
using System.Reflection;
using System.Text.Json.Serialization;

namespace CloudEssentials.Cli.Views;

/// <summary>Reads properties of results by name.</summary>
internal static class PropertyReader
{
    /// <summary>The names of an object's properties, in the order of their declaration; without those that exist for scripts alone.</summary>
    internal static IEnumerable<string> NamesOf(object item) => Readable(item.GetType()).Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null).Select(property => property.Name);

    /// <summary>The value of a property, or null where there is none.</summary>
    internal static object? Read(object item, string name) => item is IDictionary dictionary
        ? dictionary[name]
        : Readable(item.GetType()).FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.GetValue(item);

    private static IEnumerable<PropertyInfo> Readable(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanRead && property.GetIndexParameters().Length == 0);
}
