using CloudEssentials.Catalog;

namespace CloudEssentials.Policies.Generation;

/// <summary>The tasks that the module ships: the files of <c>data/tasks</c>, each read when it is asked for.</summary>
public static class PolicyTaskCatalog
{
    /// <summary>The names of all tasks.</summary>
    public static IReadOnlyList<string> Names =>
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Path.GetDirectoryName(CatalogLocation.Shipped(CatalogLocation.ActionsFile))!, "tasks");

    /// <summary>Finds a task.</summary>
    /// <param name="name">Its name, in any case.</param>
    /// <returns>The task.</returns>
    /// <exception cref="CloudException"><c>TaskUnknown</c>, <c>TaskUnreadable</c>.</exception>
    public static PolicyTask Get(string name)
    {
        string? known = Names.FirstOrDefault(candidate => candidate.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (known is not null)
            return PolicyTask.Read(Path.Combine(Folder, $"{known}.json"));
        throw new CloudException(
            "TaskUnknown",
            $"There is no task '{name}'.",
            CloudErrorCategory.ObjectNotFound,
            name,
            NearestName.Find(name, Names) is { } near ? $"Did you mean '{near}'?" : $"There are {string.Join(", ", Names)}.");
    }
}
