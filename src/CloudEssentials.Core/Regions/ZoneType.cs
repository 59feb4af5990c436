namespace CloudEssentials.Regions;

/// <summary>The kinds of zones, and any set of them. See "Regions and Zones" in the Amazon EC2 User Guide.</summary>
[Flags]
public enum ZoneType
{
    /// <summary>No kind.</summary>
    None = 0,

    /// <summary>One or more data centres of a Region, apart from those of its other zones.</summary>
    AvailabilityZone = 1,

    /// <summary>A place near a city that extends a Region; it must be enabled first.</summary>
    LocalZone = 2,

    /// <summary>A place within a telecom carrier's network that extends a Region; it must be enabled first.</summary>
    WavelengthZone = 4,

    /// <summary>Every kind.</summary>
    All = AvailabilityZone | LocalZone | WavelengthZone,
}
