using System.Collections;
using System.Text.RegularExpressions;

namespace CloudEssentials.Cli.Views;

/// <summary>
/// What a column of a view shows: a property, or a script block of the forms <c>$_.Zones.ZoneName</c> (the property of
/// each item, where it is a list), <c>$_.Zones.Count</c>, and either with <c>-join ', '</c>.
/// </summary>
internal sealed partial class ViewExpression
{
    private readonly string[] _path;
    private readonly string? _separator;

    private ViewExpression(string[] path, string? separator)
    {
        _path = path;
        _separator = separator;
    }

    /// <summary>A property.</summary>
    internal static ViewExpression OfProperty(string name) => new([name], null);

    /// <summary>Reads a script block.</summary>
    /// <exception cref="FormatException">It has another form.</exception>
    internal static ViewExpression Parse(string script)
    {
        Match match = Form().Match(script);
        return match.Success
            ? new(match.Groups["path"].Value.Split('.'), match.Groups["separator"] is { Success: true } separator ? separator.Value : null)
            : throw new FormatException($"A view's script block must be of the forms '$_.A.B' or '$_.A.B -join \",\"', or be a property: {script}");
    }

    /// <summary>Its value for an object.</summary>
    internal object? Evaluate(object item)
    {
        object? value = item;
        foreach (string name in _path)
            value = Step(value, name);
        return _separator is not null && value is IEnumerable items and not string ? string.Join(_separator, items.Cast<object?>().Select(CellText.Of)) : value;
    }

    private static object? Step(object? value, string name)
    {
        if (value is null)
            return null;
        if (value is string or IDictionary || value is not IEnumerable items)
            return PropertyReader.Read(value, name);
        object[] all = [.. items.Cast<object>()];
        return name.Equals("Count", StringComparison.OrdinalIgnoreCase) || name.Equals("Length", StringComparison.OrdinalIgnoreCase)
            ? all.Length
            : all.Select(one => PropertyReader.Read(one, name)).ToArray();
    }

    [GeneratedRegex("""^\s*\(?\s*\$_\.(?<path>\w+(\.\w+)*)\s*\)?\s*(-join\s*(?<quote>['"])(?<separator>[^'"]*)\k<quote>\s*)?$""", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
