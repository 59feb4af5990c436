namespace CloudEssentials.ClientGenerator;

/// <summary>What the program was asked for; without an output it trims the models and writes no client.</summary>
internal sealed record Options(string Folder, string? Output, string Packages, bool Refresh)
{
    internal string Operations => Path.Combine(Folder, "operations.txt");

    internal string Models => Path.Combine(Folder, "Models");

    internal string Names => Path.Combine(Folder, "dotnet.json");

    internal static Options Parse(string[] args)
    {
        string? Value(string name) => Array.IndexOf(args, name) is var i and >= 0 && i + 1 < args.Length ? args[i + 1] : null;
        return new(Value("--folder") ?? OwnFolder(), Value("--output"), Value("--packages") ?? "", args.Contains("--refresh"));
    }

    /// <summary>The project's folder, three above bin/Configuration/framework.</summary>
    private static string OwnFolder() => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", ".."));

    /// <summary>True when the official package stands in for the generated client.</summary>
    internal bool TakesPackage(string package) =>
        Packages.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Contains(package, StringComparer.OrdinalIgnoreCase);
}
