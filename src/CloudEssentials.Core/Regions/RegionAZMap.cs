namespace CloudEssentials.Regions;

/// <summary>A Region with its zones.</summary>
public sealed record RegionAZMap
{
    /// <summary>Its code, such as <c>us-east-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>Its name, such as <c>US East (N. Virginia)</c>; the code where neither AWS nor the catalogue has one.</summary>
    public required string Name { get; init; }

    /// <summary>The part of the world.</summary>
    public string? Geography { get; init; }

    /// <summary>The country.</summary>
    public string? Country { get; init; }

    /// <summary>The partition, such as <c>aws</c>.</summary>
    public required string Partition { get; init; }

    /// <summary><c>opt-in-not-required</c>, <c>opted-in</c> or <c>not-opted-in</c>; from the catalogue, what an account has that changed nothing.</summary>
    public required string OptInStatus { get; init; }

    /// <summary>The host of its EC2 endpoint.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The number of <see cref="Zones"/>.</summary>
    public int ZoneCount => Zones.Count;

    /// <summary>The zones of the kinds that were asked for; none where the Region was not asked.</summary>
    public required IReadOnlyList<ZoneDetail> Zones { get; init; }

    /// <summary>The account that was asked, where that is known.</summary>
    public string? AccountId { get; init; }

    /// <summary>Who says so: AWS, the sandbox, or the catalogue with its date.</summary>
    public required string Source { get; init; }

    /// <summary>The zones' short names, such as <c>a b c d</c>.</summary>
    public string AZs => string.Join(' ', Zones.Select(zone => zone.ShortName));

    /// <summary>The zones with their ids, such as <c>us-east-2a (use2-az1)</c>.</summary>
    public string ZoneSummary => string.Join(", ", Zones.Select(zone => zone.ZoneId is null ? zone.ZoneName : $"{zone.ZoneName} ({zone.ZoneId})"));

    /// <summary>A Region as the catalogue knows it.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="types">The kinds of zones to give.</param>
    /// <param name="date">The date of the catalogue.</param>
    public static RegionAZMap Of(RegionFacts region, ZoneType types, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(region);
        List<ZoneDetail> zones = new(region.Zones.Count);
        foreach (ZoneFacts zone in region.Zones)
        {
            if ((zone.Type & types) != 0)
                zones.Add(ZoneDetail.Of(zone));
        }

        return new()
        {
            Region = region.Code,
            Name = region.Name,
            Geography = region.Geography,
            Country = region.Country,
            Partition = region.Partition,
            OptInStatus = region.DefaultOptInStatus,
            Endpoint = region.Endpoint,
            Zones = zones,
            Source = $"Catalogue of {date.Year:0000}-{date.Month:00}-{date.Day:00}",
        };
    }
}
