namespace CloudEssentials.Regions;

/// <summary>The kinds of zones as EC2 writes them.</summary>
public static class ZoneTypes
{
    /// <summary>The kind as EC2 writes it.</summary>
    /// <param name="type">One kind.</param>
    /// <returns>Such as <c>availability-zone</c>; empty for none or several.</returns>
    public static string ToApiName(this ZoneType type) => type switch
    {
        ZoneType.AvailabilityZone => "availability-zone",
        ZoneType.LocalZone => "local-zone",
        ZoneType.WavelengthZone => "wavelength-zone",
        _ => "",
    };

    /// <summary>The kind that EC2 wrote.</summary>
    /// <param name="name">Such as <c>local-zone</c>.</param>
    /// <returns>The kind; <see cref="ZoneType.None"/> for a name that is not known.</returns>
    public static ZoneType FromApiName(string? name) => name switch
    {
        "availability-zone" => ZoneType.AvailabilityZone,
        "local-zone" => ZoneType.LocalZone,
        "wavelength-zone" => ZoneType.WavelengthZone,
        _ => ZoneType.None,
    };
}
