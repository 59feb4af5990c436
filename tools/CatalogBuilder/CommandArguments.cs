namespace CloudEssentials.CatalogBuilder;

/// <summary><c>--name value</c> pairs.</summary>
internal sealed class CommandArguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    private CommandArguments()
    {
    }

    public static CommandArguments Parse(IReadOnlyList<string> args)
    {
        CommandArguments parsed = new();
        for (var i = 0; i < args.Count; i += 2)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == args.Count)
                throw new ArgumentException($"'{args[i]}' is not '--name value'.");
            parsed._values[args[i][2..]] = args[i + 1];
        }

        return parsed;
    }

    public string Required(string name) =>
        Optional(name) ?? throw new ArgumentException($"--{name} is missing.");

    public string? Optional(string name) => _values.GetValueOrDefault(name);
}
