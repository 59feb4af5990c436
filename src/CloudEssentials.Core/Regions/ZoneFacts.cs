namespace CloudEssentials.Regions;

/// <summary>What the catalogue knows of a zone.</summary>
public sealed record ZoneFacts
{
    /// <summary>Its name in an account, such as <c>us-east-1a</c> or <c>us-west-2-lax-1a</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The Region that it belongs to.</summary>
    public required string Region { get; init; }

    /// <summary>Its kind.</summary>
    public required ZoneType Type { get; init; }

    /// <summary>
    /// Its id, such as <c>use2-az1</c>, the same in every account. Null where the name belongs to other zones in other
    /// accounts, and where the id is not known.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>An id that the name has in some account: the id itself where there is one, else good for an account that is made up.</summary>
    public string? SampleId { get; init; }

    /// <summary>The group that is enabled as one, such as <c>us-east-2-zg-1</c> or <c>us-west-2-lax-1</c>.</summary>
    public required string GroupName { get; init; }

    /// <summary>The group's name in words, such as <c>US East (Ohio) 1</c>.</summary>
    public required string GroupLongName { get; init; }

    /// <summary>The set of zones from which AWS advertises its addresses.</summary>
    public required string NetworkBorderGroup { get; init; }

    /// <summary>The id of the zone that runs its control plane; null for an Availability Zone, and where it is not known.</summary>
    public string? ParentZoneId { get; init; }

    /// <summary>The country where it stands.</summary>
    public required string Country { get; init; }

    /// <summary>The state or province where it stands, where AWS gives one.</summary>
    public string? SubGeography { get; init; }

    /// <summary>What EC2 says of it in an account that has changed nothing.</summary>
    public string DefaultOptInStatus => Type == ZoneType.AvailabilityZone ? "opt-in-not-required" : "not-opted-in";
}
