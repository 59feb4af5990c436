namespace CloudEssentials.Operations.Sandboxes;

/// <summary>A zone of a sandbox account.</summary>
public sealed record SandboxZoneInfo
{
    /// <summary>Its name, such as <c>us-east-1a</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>Its id, such as <c>use1-az6</c>; null where the sandbox knows none.</summary>
    public string? ZoneId { get; init; }

    /// <summary>Its Region.</summary>
    public required string Region { get; init; }

    /// <summary>The account's id, 12 digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>Available or Impaired.</summary>
    public required string State { get; init; }

    /// <summary>Since when it has failed, by the account's clock; null while it works.</summary>
    public DateTimeOffset? ImpairedSince { get; init; }

    /// <summary>Always <c>Sandbox</c>.</summary>
    public string Source { get; } = "Sandbox";
}
