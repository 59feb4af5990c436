namespace CloudEssentials.Regions;

/// <summary>What a zone's name or id says.</summary>
public sealed record ResolvedZone
{
    /// <summary>What was asked.</summary>
    public required string Query { get; init; }

    /// <summary>The Region, such as <c>us-east-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>The Region's name.</summary>
    public required string RegionName { get; init; }

    /// <summary>The zone's name; null where each account has its own name for the id.</summary>
    public string? ZoneName { get; init; }

    /// <summary>The zone's id; null where the name stands for other zones in other accounts.</summary>
    public string? ZoneId { get; init; }

    /// <summary>Its kind.</summary>
    public required ZoneType ZoneType { get; init; }

    /// <summary>The group that is enabled as one.</summary>
    public string? GroupName { get; init; }

    /// <summary>The id of the zone that runs its control plane, for a Local or Wavelength Zone where it is known.</summary>
    public string? ParentZone { get; init; }

    /// <summary>The country where it stands.</summary>
    public required string Country { get; init; }

    /// <summary>Why something is left out; empty where nothing is.</summary>
    public string Note { get; init; } = "";

    /// <summary>Where the facts come from, with their date.</summary>
    public required string Source { get; init; }
}
