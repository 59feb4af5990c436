namespace CloudEssentials.HelpBuilder.Cmdlets;

/// <summary>A cmdlet as it was compiled.</summary>
public sealed record CmdletDescription
{
    /// <summary>The verb.</summary>
    public required string Verb { get; init; }

    /// <summary>The noun.</summary>
    public required string Noun { get; init; }

    /// <summary>Its name.</summary>
    public string Name => $"{Verb}-{Noun}";

    /// <summary>The class.</summary>
    public required string ClassName { get; init; }

    /// <summary>The full name of its operation's request; null for a cmdlet without an operation of its name.</summary>
    public required string? RequestType { get; init; }

    /// <summary>The full name of what its operation yields; null for a cmdlet without an operation of its name.</summary>
    public required string? ResultType { get; init; }

    /// <summary>The parameter set that applies where the arguments leave a choice.</summary>
    public required string DefaultSet { get; init; }

    /// <summary>True where it has -WhatIf and -Confirm.</summary>
    public required bool SupportsShouldProcess { get; init; }

    /// <summary>The name of its ConfirmImpact.</summary>
    public required string ConfirmImpact { get; init; }

    /// <summary>The full names of what it says it gives.</summary>
    public required IReadOnlyList<string> OutputTypes { get; init; }

    /// <summary>Its parameters, -WhatIf and -Confirm included.</summary>
    public required IReadOnlyList<ParameterDescription> Parameters { get; init; }

    /// <summary>The names of its parameter sets, the default first.</summary>
    public IReadOnlyList<string> Sets
    {
        get
        {
            string[] named = [.. Parameters.SelectMany(p => p.Sets).Select(s => s.Set).OfType<string>().Distinct()];
            return named.Length == 0 ? ["__AllParameterSets"] : [.. named.OrderBy(set => set == DefaultSet ? 0 : 1)];
        }
    }

    /// <summary>The types that it takes from the pipeline by value, else by property name.</summary>
    public IReadOnlyList<string> PipelineTypes
    {
        get
        {
            string[] byValue = [.. Parameters.Where(p => p.Sets.Any(s => s.ByValue)).Select(p => p.FullType).Distinct()];
            return byValue.Length > 0 ? byValue : [.. Parameters.Where(p => p.Sets.Any(s => s.ByPropertyName)).Select(p => p.FullType).Distinct()];
        }
    }
}
