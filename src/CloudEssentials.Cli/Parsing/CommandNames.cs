using CloudEssentials.Operations;

namespace CloudEssentials.Cli.Parsing;

/// <summary>Finds commands and parameters by names in any case, cut short where that is clear.</summary>
internal static class CommandNames
{
    /// <summary>What every command takes.</summary>
    internal static readonly IReadOnlyList<string> CommonSwitches = ["Help", "Verbose"];

    /// <summary>What a command takes that changes something.</summary>
    internal static readonly IReadOnlyList<string> ChangeSwitches = ["WhatIf", "Confirm"];

    /// <summary>The parameter that chooses how results are written.</summary>
    internal const string OutputFormatName = "OutputFormat";

    /// <summary>The command of a name.</summary>
    /// <exception cref="UsageException">No command, or more than one.</exception>
    internal static OperationDescriptor Find(string name)
    {
        OperationDescriptor[] found = [.. OperationDescriptor.All.Where(o => o.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))];
        OperationDescriptor? exact = Array.Find(found, o => o.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (exact is not null)
            return exact;
        return found.Length switch
        {
            1 => found[0],
            0 => throw new UsageException("CommandNotFound", $"There is no command '{name}'.", Nearest(name)),
            _ => throw new UsageException("CommandAmbiguous", $"'{name}' may be {string.Join(", ", found.Select(o => o.Name))}."),
        };
    }

    /// <summary>The full name of a parameter of a command.</summary>
    /// <exception cref="UsageException">No parameter, or more than one.</exception>
    internal static string FindParameter(OperationDescriptor operation, string name)
    {
        (string Name, string Known)[] known = [.. Known(operation)];
        (string Name, string Known)[] found = [.. known.Where(k => k.Known.StartsWith(name, StringComparison.OrdinalIgnoreCase))];
        string[] exact = [.. found.Where(k => k.Known.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(k => k.Name).Distinct()];
        string[] names = exact.Length > 0 ? exact : [.. found.Select(k => k.Name).Distinct()];
        return names.Length switch
        {
            1 => names[0],
            0 => throw new UsageException(
                "NamedParameterNotFound",
                $"{operation.Name} has no parameter '-{name}'.",
                $"It has {string.Join(", ", known.Select(k => $"-{k.Name}").Distinct())}."),
            _ => throw new UsageException("AmbiguousParameter", $"'-{name}' may be {string.Join(", ", names.Select(n => $"-{n}"))}."),
        };
    }

    /// <summary>The names of a parameter on the command line, its own first.</summary>
    internal static IEnumerable<string> NamesOf(OperationInput input) => [input.Name, .. input.Declaration.Aliases];

    private static IEnumerable<(string Name, string Known)> Known(OperationDescriptor operation)
    {
        foreach (OperationInput input in operation.Inputs)
        {
            foreach (string name in NamesOf(input))
                yield return (input.Name, name);
        }

        foreach (string name in CommonSwitches)
            yield return (name, name);
        yield return ("Help", "?");
        yield return ("Verbose", "vb");
        yield return (OutputFormatName, OutputFormatName);
        if (operation.Declaration.Impact == ChangeImpact.None)
            yield break;
        yield return ("WhatIf", "WhatIf");
        yield return ("WhatIf", "wi");
        yield return ("Confirm", "Confirm");
        yield return ("Confirm", "cf");
    }

    private static string Nearest(string name)
    {
        string noun = name.Split('-')[^1];
        string[] near = [.. OperationDescriptor.All
            .Where(o => o.Name.Contains(noun, StringComparison.OrdinalIgnoreCase) || noun.Contains(o.Declaration.Noun, StringComparison.OrdinalIgnoreCase))
            .Select(o => o.Name)];
        return near.Length > 0 ? $"Did you mean {string.Join(" or ", near)}?" : "Run 'cloudessentials --help' for a list.";
    }
}
