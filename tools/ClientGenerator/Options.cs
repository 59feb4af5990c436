namespace CloudEssentials.ClientGenerator;

internal sealed record Options(string Operations, string Models, string Names, string Output, string Packages, bool Refresh)
{
    internal static Options Parse(string[] args)
    {
        string Value(string name) => Array.IndexOf(args, name) is var i and >= 0 && i + 1 < args.Length
            ? args[i + 1]
            : throw new GeneratorException($"{name} is missing.");
        return new(Value("--operations"), Value("--models"), Value("--names"), Value("--output"),
            args.Contains("--packages") ? Value("--packages") : "", args.Contains("--refresh"));
    }

    /// <summary>True when the official package stands in for the generated client.</summary>
    internal bool TakesPackage(string package) =>
        Packages.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Contains(package, StringComparer.OrdinalIgnoreCase);
}
