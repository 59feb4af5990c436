using System.Xml.Linq;

namespace CloudEssentials.Cli.Views;

/// <summary>The views of the PowerShell module, so that a table has the same columns in both shells.</summary>
internal static class ViewLibrary
{
    private static readonly Lazy<IReadOnlyList<View>> _all = new(Load);

    /// <summary>Every view, tables before lists.</summary>
    internal static IReadOnlyList<View> All => _all.Value;

    /// <summary>The views of a type or of a type below it, the one shown by itself first.</summary>
    internal static IReadOnlyList<View> Of(Type type)
    {
        for (Type? candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            View[] found = [.. All.Where(view => view.TypeNames.Contains(candidate.FullName!, StringComparer.OrdinalIgnoreCase))];
            if (found.Length > 0)
                return found;
        }

        return [];
    }

    /// <summary>The types that have a view, of columns or of another kind.</summary>
    internal static IEnumerable<string> TypeNames => Elements.SelectMany(view => view.Descendants("TypeName")).Select(name => name.Value);

    private static IEnumerable<XElement> Elements => typeof(ViewLibrary).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("Views/", StringComparison.Ordinal))
        .OrderBy(name => name.EndsWith(".List", StringComparison.Ordinal))
        .ThenBy(name => name, StringComparer.Ordinal)
        .Select(Load);

    private static List<View> Load() => [.. Elements.Select(Read).Where(view => view.Columns.Count > 0)];

    private static XElement Load(string name)
    {
        using Stream stream = typeof(ViewLibrary).Assembly.GetManifestResourceStream(name)!;
        return XElement.Load(stream);
    }

    private static View Read(XElement view) => new(
        [.. view.Elements("ViewSelectedBy").Elements("TypeName").Select(name => name.Value)],
        view.Element("ListControl") is not null,
        view.Element("ListControl") is { } list ? [.. ListItems(list)] : [.. TableColumns(view.Element("TableControl"))]);

    private static IEnumerable<ViewColumn> ListItems(XElement list) =>
        (list.Descendants("ListItems").FirstOrDefault()?.Elements("ListItem") ?? [])
            .Select(item => new ViewColumn(item.Element("Label")?.Value ?? item.Element("PropertyName")?.Value ?? "", Expression(item)));

    private static IEnumerable<ViewColumn> TableColumns(XElement? table)
    {
        XElement[] headers = [.. table?.Elements("TableHeaders").Elements("TableColumnHeader") ?? []];
        XElement[] items = [.. table?.Descendants("TableColumnItems").FirstOrDefault()?.Elements("TableColumnItem") ?? []];
        for (int i = 0; i < items.Length; i++)
        {
            XElement? header = i < headers.Length ? headers[i] : null;
            yield return new(
                header?.Element("Label")?.Value ?? items[i].Element("PropertyName")?.Value ?? "",
                Expression(items[i]),
                (int?)header?.Element("Width"),
                "Right".Equals(header?.Element("Alignment")?.Value ?? items[i].Element("Alignment")?.Value, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static ViewExpression Expression(XElement item) =>
        item.Element("ScriptBlock") is { } script ? ViewExpression.Parse(script.Value) : ViewExpression.OfProperty(item.Element("PropertyName")?.Value ?? "");
}
