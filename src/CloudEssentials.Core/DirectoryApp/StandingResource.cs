namespace CloudEssentials.DirectoryApp;

/// <summary>A resource that was found in the account.</summary>
/// <param name="Type">Its type, such as <c>AWS::EC2::Subnet</c>.</param>
/// <param name="Id">The id, name or ARN that AWS knows it by.</param>
public sealed record StandingResource(string Type, string Id)
{
    /// <summary>The logical id that its tag says; empty where there is none.</summary>
    public string LogicalId { get; init; } = "";

    /// <summary>Its name in the account.</summary>
    public string Name { get; init; } = "";

    /// <summary>True where it bears the application's tag.</summary>
    public bool IsOwned { get; init; } = true;

    /// <summary>In what it differs from what is wanted, each in a sentence.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];
}
