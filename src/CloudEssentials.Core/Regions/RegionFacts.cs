namespace CloudEssentials.Regions;

/// <summary>What the catalogue knows of a Region.</summary>
public sealed record RegionFacts
{
    /// <summary>Its code, such as <c>eu-west-1</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Its name, such as <c>Europe (Ireland)</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The partition, such as <c>aws</c>, <c>aws-cn</c> or <c>aws-us-gov</c>: accounts and credentials of one know nothing of another.</summary>
    public required string Partition { get; init; }

    /// <summary>What the names of its endpoints end in, such as <c>amazonaws.com</c>.</summary>
    public required string DnsSuffix { get; init; }

    /// <summary>The country's ISO 3166 code of two letters.</summary>
    public required string CountryCode { get; init; }

    /// <summary>The country, as EC2 writes it.</summary>
    public required string Country { get; init; }

    /// <summary>The part of the world, as AWS's console groups Regions.</summary>
    public required string Geography { get; init; }

    /// <summary>The place, roughly: a city or an area.</summary>
    public required string Location { get; init; }

    /// <summary>The state or province, where AWS gives one.</summary>
    public string? SubGeography { get; init; }

    /// <summary>Degrees north of the equator, of <see cref="Location"/>.</summary>
    public required double Latitude { get; init; }

    /// <summary>Degrees east of Greenwich, of <see cref="Location"/>.</summary>
    public required double Longitude { get; init; }

    /// <summary>True where only the country is public, and the coordinates are of a place in it.</summary>
    public bool IsPositionApproximate { get; init; }

    /// <summary>True where an account must enable the Region before it can be used.</summary>
    public bool OptInRequired { get; init; }

    /// <summary>False for a Region that the SDK names already and no endpoint list did on the catalogue's date.</summary>
    public bool IsLaunched { get; init; }

    /// <summary>True for a name of an endpoint that the SDK lists among Regions, such as <c>us-east-1-regional</c>.</summary>
    public bool IsEndpointAlias { get; init; }

    /// <summary>
    /// False where accounts from before November 2025 each have their own order of zones, so that a name says nothing of the id.
    /// See "AZ IDs" in the AWS Regions and Availability Zones guide.
    /// </summary>
    public bool ZoneNamesAreUniform { get; init; }

    /// <summary>All zones: Availability Zones first, then Local and Wavelength Zones, each by name.</summary>
    public required IReadOnlyList<ZoneFacts> Zones { get; init; }

    /// <summary>The ids of the Availability Zones, without saying which name has which.</summary>
    public required IReadOnlyList<string> ZoneIds { get; init; }

    /// <summary>The host of the Region's EC2 endpoint.</summary>
    public string Endpoint => $"ec2.{Code}.{DnsSuffix}";

    /// <summary>What EC2 says of it in an account that has changed nothing.</summary>
    public string DefaultOptInStatus => OptInRequired ? "not-opted-in" : "opt-in-not-required";
}
