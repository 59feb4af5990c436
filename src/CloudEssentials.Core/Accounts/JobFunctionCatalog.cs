using CloudEssentials.Catalog;

namespace CloudEssentials.Accounts;

/// <summary>The jobs that the module ships: the files of <c>data/job-functions</c>.</summary>
public static class JobFunctionCatalog
{
    /// <summary>The names of all jobs.</summary>
    public static IReadOnlyList<string> Names =>
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    private static string Folder => DataFiles.PathOf("job-functions");

    /// <summary>Finds a job.</summary>
    /// <param name="name">Its name, in any case.</param>
    /// <returns>The job.</returns>
    /// <exception cref="CloudException"><c>JobFunctionUnknown</c>, <c>DataUnreadable</c>.</exception>
    public static JobFunction Get(string name)
    {
        string? known = Names.FirstOrDefault(candidate => candidate.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (known is null)
        {
            throw new CloudException(
                "JobFunctionUnknown",
                $"There is no job function '{name}'.",
                CloudErrorCategory.ObjectNotFound,
                name,
                NearestName.Find(name, Names) is { } near ? $"Did you mean '{near}'?" : $"There are {string.Join(", ", Names)}.");
        }

        return DataFiles.Read(
            Path.Combine(Folder, $"{known}.json"),
            root => new JobFunction(root.Text("Name"), root.Text("Summary"), root.Text("GroupName"), root.Texts("ManagedPolicy"), root.Texts("Task")));
    }
}
