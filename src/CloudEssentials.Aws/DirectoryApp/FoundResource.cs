using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>A resource of the application as it stands in the account.</summary>
/// <param name="Type">Its type, such as <c>AWS::EC2::Subnet</c>.</param>
/// <param name="Id">What a <c>Ref</c> to it stands for: the id, name or ARN that CloudFormation's documentation of the type says.</param>
internal sealed record FoundResource(string Type, string Id)
{
    /// <summary>Its name in the account.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its logical id, as its tag says; empty where it has none.</summary>
    public string LogicalId { get; init; } = "";

    /// <summary>What <c>Fn::GetAtt</c> may ask of it.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>True where it bears the application's tag; what does not is used, never changed and never deleted.</summary>
    public bool IsOwned { get; init; } = true;

    /// <summary>True where the call that returned it made it, and it is certain that none was there before.</summary>
    public bool IsNew { get; init; }

    /// <summary>The id of the resource whose deletion takes it along; null where it is deleted by itself.</summary>
    public string? GoesWith { get; init; }

    /// <summary>In what it differs from what is wanted, each in a sentence; empty where it is as wanted.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];

    /// <summary>The resource as a plan shows it.</summary>
    internal StandingResource Shown(string logicalId) => new(Type, Id)
    {
        LogicalId = logicalId,
        Name = Name.Length == 0 ? Id : Name,
        IsOwned = IsOwned,
        Differences = Differences,
    };
}
