namespace CloudEssentials.Regions;

/// <summary>A zone of a Region, as an account sees it.</summary>
public sealed record ZoneDetail
{
    /// <summary>Its name in this account, such as <c>us-east-1a</c>.</summary>
    public required string ZoneName { get; init; }

    /// <summary>Its id, such as <c>use1-az4</c>; null in the catalogue where each account has its own order of zones.</summary>
    public string? ZoneId { get; init; }

    /// <summary><c>available</c>, <c>unavailable</c> or <c>constrained</c>; null in the catalogue, which cannot know.</summary>
    public string? State { get; init; }

    /// <summary>Its kind.</summary>
    public required ZoneType ZoneType { get; init; }

    /// <summary>The group that is enabled as one.</summary>
    public string? GroupName { get; init; }

    /// <summary>The group's name in words.</summary>
    public string? GroupLongName { get; init; }

    /// <summary>The set of zones from which AWS advertises its addresses.</summary>
    public string? NetworkBorderGroup { get; init; }

    /// <summary>The zone that runs the control plane of a Local or Wavelength Zone: its name, or its id where the name is not known.</summary>
    public string? ParentZone { get; init; }

    /// <summary><c>opt-in-not-required</c>, <c>opted-in</c> or <c>not-opted-in</c>.</summary>
    public string? OptInStatus { get; init; }

    /// <summary>The country where it stands.</summary>
    public string? Country { get; init; }

    /// <summary>The state or province where it stands.</summary>
    public string? SubGeography { get; init; }

    /// <summary>What AWS says about the zone at present.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>The Region that it belongs to.</summary>
    public required string Region { get; init; }

    /// <summary>The part of the name after the Region's: <c>a</c>, <c>lax-1a</c>.</summary>
    public string ShortName => ZoneName.StartsWith(Region, StringComparison.Ordinal) ? ZoneName[Region.Length..].TrimStart('-') : ZoneName;

    /// <summary>The zone as the catalogue knows it.</summary>
    /// <param name="zone">The zone.</param>
    public static ZoneDetail Of(ZoneFacts zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new()
        {
            ZoneName = zone.Name,
            ZoneId = zone.Id,
            ZoneType = zone.Type,
            GroupName = zone.GroupName,
            GroupLongName = zone.GroupLongName,
            NetworkBorderGroup = zone.NetworkBorderGroup,
            ParentZone = zone.ParentZoneId,
            OptInStatus = zone.DefaultOptInStatus,
            Country = zone.Country,
            SubGeography = zone.SubGeography,
            Region = zone.Region,
        };
    }

    /// <inheritdoc/>
    public override string ToString() => ZoneName;
}
