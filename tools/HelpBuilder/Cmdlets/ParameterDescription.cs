namespace CloudEssentials.HelpBuilder.Cmdlets;

/// <summary>A parameter as it was compiled.</summary>
public sealed record ParameterDescription
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The full name of its type; of the type below where it may be null.</summary>
    public required string FullType { get; init; }

    /// <summary>The type as PowerShell writes it in a syntax.</summary>
    public required string ShortType { get; init; }

    /// <summary>True for a switch.</summary>
    public required bool IsSwitch { get; init; }

    /// <summary>True for -WhatIf and -Confirm.</summary>
    public bool IsCommon { get; init; }

    /// <summary>True where its attribute says that it takes wildcards.</summary>
    public bool SupportsWildcards { get; init; }

    /// <summary>True where completion does not offer it.</summary>
    public bool DontShow { get; init; }

    /// <summary>Its other names.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The values that it takes, where they are few.</summary>
    public IReadOnlyList<string> AcceptedValues { get; init; } = [];

    /// <summary>What holds where it is not given, in words; may be empty.</summary>
    public string DefaultValue { get; init; } = "";

    /// <summary>What it is in each of its parameter sets.</summary>
    public required IReadOnlyList<ParameterSetEntry> Sets { get; init; }

    /// <summary>What it is in one parameter set, or null where it is not in it.</summary>
    public ParameterSetEntry? EntryFor(string set) => Sets.FirstOrDefault(s => s.Set == set) ?? Sets.FirstOrDefault(s => s.Set is null);
}
