namespace CloudEssentials.Policies.Comparison;

/// <summary>Something that one policy grants and the other does not.</summary>
public sealed record PolicyDifference
{
    /// <summary>Which policy grants it: <c>A</c>, the first, or <c>B</c>, the second.</summary>
    public required string GrantedBy { get; init; }

    /// <summary>The actions, in the catalogue's spelling.</summary>
    public required IReadOnlyList<string> Action { get; init; }

    /// <summary>The resource pattern of the granting statement.</summary>
    public required string Resource { get; init; }

    /// <summary>The granting statement's condition as JSON, or null where it has none.</summary>
    public string? Condition { get; init; }

    /// <summary>The granting statement's Sid, or its number counted from 0.</summary>
    public required string Statement { get; init; }

    /// <summary>False where it depends on how two conditions or patterns relate, which is beyond proof.</summary>
    public bool IsCertain { get; init; }

    /// <inheritdoc/>
    public override string ToString()
    {
        string actions = Action.Count > 3 ? $"{string.Join(", ", Action.Take(3))} and {Action.Count - 3} more" : string.Join(", ", Action);
        return $"{actions} on {Resource}{(Condition is null ? "" : $" if {Condition}")}";
    }
}
