namespace CloudEssentials.Regions;

/// <summary>What the catalogue knows of a service: its scope, and where it is.</summary>
public sealed record RegionalService
{
    /// <summary>Its name in the AWS CLI, such as <c>ec2</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Its name in words.</summary>
    public required string Name { get; init; }

    /// <summary>Other names: of its endpoint, of its signature, and those that people use.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>Where its resources live.</summary>
    public required ServiceScope Scope { get; init; }

    /// <summary>How much of it AWS runs.</summary>
    public required ServiceResponsibility Responsibility { get; init; }

    /// <summary>What is particular to it; empty where the scope says it all.</summary>
    public required string Note { get; init; }

    /// <summary>The Regions that are known to have it, by code; a global service is in every one of its partitions.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>The Regions in which it is not, if it is not among <see cref="Regions"/>: null means all.</summary>
    internal IReadOnlySet<string>? Surveyed { get; init; }

    /// <summary>Whether a Region has the service.</summary>
    /// <param name="region">The Region.</param>
    /// <returns>Null where the sources do not say.</returns>
    public bool? IsIn(RegionFacts region)
    {
        ArgumentNullException.ThrowIfNull(region);
        foreach (string code in Regions)
        {
            if (code == region.Code)
                return true;
        }

        if (Scope == ServiceScope.Global || !region.IsLaunched)
            return null;
        return Surveyed is null || Surveyed.Contains(region.Code) ? false : null;
    }
}
