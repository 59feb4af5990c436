using CloudEssentials.Operations;

namespace CloudEssentials.Cli.Parsing;

/// <summary>One command with its arguments, read but not yet bound.</summary>
internal sealed record CommandCall
{
    /// <summary>The command.</summary>
    public required OperationDescriptor Operation { get; init; }

    /// <summary>The arguments, by the name of their input; the text as it was typed, one element an item of a list.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Arguments { get; init; }

    /// <summary>True where messages of what is being done are wanted.</summary>
    public bool Verbose { get; init; }

    /// <summary>True where nothing is to be changed.</summary>
    public bool WhatIf { get; init; }

    /// <summary>Whether each change is to be asked for; null for the usual.</summary>
    public bool? Confirm { get; init; }

    /// <summary>How to write the results; null for what suits the output.</summary>
    public OutputFormat? Format { get; init; }
}
