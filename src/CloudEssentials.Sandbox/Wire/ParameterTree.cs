using System.Globalization;

namespace CloudEssentials.Sandbox.Wire;

/// <summary>Dotted parameters (<c>Filter.1.Value.2=x</c>) as the tree that they spell, which knows which parts were read.</summary>
internal sealed class ParameterTree
{
    private readonly SortedDictionary<string, ParameterTree> _children = new(StringComparer.Ordinal);
    private readonly string _path;
    private bool _read;

    private ParameterTree(string path) => _path = path;

    /// <summary>The value given for this very name; null if only parts below it were given.</summary>
    public string? Value { get; private set; }

    public static ParameterTree Build(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var root = new ParameterTree(string.Empty);
        foreach ((string name, string value) in parameters)
        {
            ParameterTree node = root;
            foreach (string part in name.Split('.'))
            {
                node = node.Child(part);
            }

            node.Value = value;
        }

        return root;
    }

    /// <summary>The part of that name, marked as read; null if there is none.</summary>
    public ParameterTree? Read(string name)
    {
        if (!_children.TryGetValue(name, out ParameterTree? child))
        {
            return null;
        }

        child._read = true;
        return child;
    }

    /// <summary>The numbered parts in the order of their numbers, all marked as read.</summary>
    public IEnumerable<ParameterTree> ReadItems() =>
        _children.Keys
            .Where(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .OrderBy(name => int.Parse(name, CultureInfo.InvariantCulture))
            .Select(name => Read(name)!)
            .ToList();

    /// <summary>The full name of the first part that nobody read, or null.</summary>
    public string? FirstUnread()
    {
        foreach (ParameterTree child in _children.Values)
        {
            if (!child._read)
            {
                return child._path;
            }

            if (child.FirstUnread() is { } unread)
            {
                return unread;
            }
        }

        return null;
    }

    private ParameterTree Child(string name)
    {
        if (!_children.TryGetValue(name, out ParameterTree? child))
        {
            _children[name] = child = new ParameterTree(_path.Length == 0 ? name : $"{_path}.{name}");
        }

        return child;
    }
}
