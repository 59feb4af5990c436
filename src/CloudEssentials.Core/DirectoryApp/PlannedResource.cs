namespace CloudEssentials.DirectoryApp;

/// <summary>A resource of the application, and what is to be done with it.</summary>
public sealed record PlannedResource
{
    /// <summary>Its name within the application, such as <c>PublicSubnet1</c>.</summary>
    public required string Resource { get; init; }

    /// <summary>Its type, such as <c>AWS::EC2::Subnet</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Its name in the account.</summary>
    public required string Name { get; init; }

    /// <summary>What is to be done.</summary>
    public required PlanAction Action { get; init; }

    /// <summary>What it is for, or in what it differs.</summary>
    public required string Why { get; init; }

    /// <summary>What AWS knows it by; null where it is not there yet.</summary>
    public string? Id { get; init; }

    /// <summary>What an hour of it costs in US dollars, without traffic and requests; null where that is not known.</summary>
    public decimal? HourlyCost { get; init; }

    /// <summary>The same in words.</summary>
    public string Cost { get; init; } = "";

    /// <summary>The application.</summary>
    public required string AppName { get; init; }

    /// <summary>The Region.</summary>
    public required string Region { get; init; }

    /// <summary>The account; null where it is not known.</summary>
    public string? AccountId { get; init; }

    /// <summary><c>AWS</c> or <c>Sandbox</c>.</summary>
    public string Source { get; init; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{Action} {Resource} ({Name})";
}
