using CloudEssentials.Catalog;

namespace CloudEssentials.CatalogBuilder;

/// <summary>Which actions a call may need beside its own; AWS's tables say it, its published JSON does not.</summary>
internal sealed class DependentActionTable
{
    public static readonly DependentActionTable Empty = new([]);
    private readonly Dictionary<string, IReadOnlyList<string>> _table;
    private readonly HashSet<string> _notTaken;

    private DependentActionTable(Dictionary<string, IReadOnlyList<string>> table)
    {
        _table = new(table, StringComparer.OrdinalIgnoreCase);
        _notTaken = new(_table.Keys, StringComparer.OrdinalIgnoreCase);
    }

    public IEnumerable<string> NotTaken => _notTaken.Order(StringComparer.OrdinalIgnoreCase);

    public static DependentActionTable Read(string path) => new(File.ReadLines(path)
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t'))
        .ToDictionary(cells => cells[0], cells => (IReadOnlyList<string>)cells[1].Split(',')));

    public static DependentActionTable From(string catalog) => new(ActionCatalog.Open(catalog).MatchActions("*")
        .Where(action => action.DependentActions.Count > 0)
        .ToDictionary(action => action.FullName, action => action.DependentActions));

    public IReadOnlyList<string> Take(string action, IReadOnlyList<string> known)
    {
        _notTaken.Remove(action);
        return [.. known.Union(_table.GetValueOrDefault(action) ?? [], StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
    }
}
