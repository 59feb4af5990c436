using System.Collections;
using System.Globalization;
using CloudEssentials.Policies;

namespace CloudEssentials.Cli.Views;

/// <summary>A value as a person reads it.</summary>
internal static class CellText
{
    /// <summary>True for what is shown as it is, without columns.</summary>
    internal static bool IsPlain(object item) => item is string or bool or Enum or PolicyDocument || item.GetType().IsPrimitive;

    /// <summary>The text of a value; empty for nothing.</summary>
    internal static string Of(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IDictionary dictionary => string.Join("; ", dictionary.Keys.Cast<object>().Select(key => $"{key}={Of(dictionary[key])}")),
        PolicyDocument document => document.ToString(),
        IEnumerable items => string.Join(", ", items.Cast<object?>().Select(Of)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
