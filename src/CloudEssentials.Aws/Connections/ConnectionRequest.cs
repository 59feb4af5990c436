namespace CloudEssentials.Aws.Connections;

/// <summary>What a user said about where to call and as whom; everything left out is looked up. A class, so that nothing prints its secrets.</summary>
public sealed class ConnectionRequest
{
    /// <summary>An access key id.</summary>
    public string? AccessKey { get; init; }

    /// <summary>The secret key of <see cref="AccessKey"/>.</summary>
    public string? SecretKey { get; init; }

    /// <summary>The session token of temporary keys.</summary>
    public string? SessionToken { get; init; }

    /// <summary>A credentials object, of another SDK's types too.</summary>
    public object? Credential { get; init; }

    /// <summary>The name of a profile.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The full path of the file that holds the profile, where it is not in the usual place.</summary>
    public string? ProfileLocation { get; init; }

    /// <summary>The Region to call.</summary>
    public string? Region { get; init; }

    /// <summary>Where to call instead of AWS's own endpoints.</summary>
    public string? EndpointUrl { get; init; }

    /// <summary>The connection that serves where the members above say nothing.</summary>
    public AwsConnection? Connection { get; init; }

    /// <summary>The role to assume with the credentials found, or null.</summary>
    public RoleRequest? Role { get; init; }
}
