namespace CloudEssentials.Regions;

/// <summary>Where a service's resources live, what that asks of the customer, and the Regions that have it.</summary>
public sealed record CloudServiceScope
{
    /// <summary>Its name in the AWS CLI, such as <c>ec2</c>.</summary>
    public required string Service { get; init; }

    /// <summary>Its name in words.</summary>
    public required string Name { get; init; }

    /// <summary>Where its resources live.</summary>
    public required ServiceScope Scope { get; init; }

    /// <summary>How much of it AWS runs.</summary>
    public required ServiceResponsibility Responsibility { get; init; }

    /// <summary>What it takes to survive the loss of a zone or a Region.</summary>
    public required string Resilience { get; init; }

    /// <summary>What the customer owns of its security.</summary>
    public required string CustomerOwns { get; init; }

    /// <summary>The Regions that are known to have it.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>The number of <see cref="Regions"/>.</summary>
    public int RegionCount => Regions.Count;

    /// <summary>Where the facts come from, with their date.</summary>
    public required string Source { get; init; }

    /// <summary>Makes the answer for a service.</summary>
    /// <param name="service">The service.</param>
    /// <param name="date">The date of the catalogue.</param>
    public static CloudServiceScope Of(RegionalService service, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(service);
        return new()
        {
            Service = service.Code,
            Name = service.Name,
            Scope = service.Scope,
            Responsibility = service.Responsibility,
            Resilience = ServiceDuties.ForResilience(service),
            CustomerOwns = ServiceDuties.ForSecurity(service.Responsibility),
            Regions = service.Regions,
            Source = $"Catalogue of {date:yyyy-MM-dd}",
        };
    }
}
