using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services;

/// <summary>
/// An operation of a service. The class bears the operation's name and stands in the service's folder
/// (<c>Services/Ec2/DescribeRegions.cs</c>): that is all it takes to be found.
/// </summary>
internal abstract class SandboxOperation
{
    private static readonly string[] ReadingVerbs = ["Describe", "Get", "Head", "List", "Simulate", "Decode"];

    /// <summary>Whether it leaves the account as it is.</summary>
    public virtual bool OnlyReads => ReadingVerbs.Any(verb => GetType().Name.StartsWith(verb, StringComparison.Ordinal));

    /// <summary>Whether it is called without signing, because a parameter proves who calls.</summary>
    public virtual bool IsAnonymous => false;

    /// <summary>The permission that it asks for, where that is not its own name.</summary>
    public virtual string? Permission => GetType().Name;

    /// <summary>The permission that a call asks for, where that depends on its parameters; null for none.</summary>
    public virtual string? PermissionOf(OperationCall call) => Permission;

    /// <summary>The policy of what is acted upon; null for none.</summary>
    public virtual string? ResourcePolicy(OperationCall call) => null;

    /// <summary>The account that owns what is acted upon, where its ARN does not tell; null for the caller's.</summary>
    public virtual string? ResourceAccount(OperationCall call) => null;

    /// <summary>The ARNs that the caller must be allowed to act upon.</summary>
    public virtual IReadOnlyList<string> Resources(OperationCall call) => ["*"];

    /// <summary>Whether the caller's own policies decide alone, although the ARN is of another account.</summary>
    public virtual bool IsDecidedByCallersAccount => false;

    /// <summary>What else the caller must be allowed, such as to pass a role.</summary>
    public virtual IEnumerable<(string Action, string Resource)> FurtherPermissions(OperationCall call) => [];

    /// <summary>What policies' conditions may ask of the call, beyond what every call tells.</summary>
    public virtual IReadOnlyDictionary<string, object?> Context(OperationCall call) => new Dictionary<string, object?>();

    /// <summary>The same with regard to one action that the call asks for and one of the resources that it touches.</summary>
    public virtual IReadOnlyDictionary<string, object?> ContextOf(OperationCall call, string action, string resource) => Context(call);

    /// <summary>Answers a call.</summary>
    /// <returns>The answer, by the names of the output shape's members.</returns>
    /// <exception cref="Wire.ServiceError">The service refuses.</exception>
    public abstract JsonObject Execute(OperationCall call);
}
