namespace CloudEssentials.Operations.Sandboxes;

/// <summary>A sandbox account on a port of this machine, and what a client needs to call it.</summary>
public sealed record SandboxEndpointInfo
{
    /// <summary>The endpoint URL, the same for every service.</summary>
    public required Uri Url { get; init; }

    /// <summary>The port.</summary>
    public required int Port { get; init; }

    /// <summary>The account's id, 12 digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>The access key of the account's root user: the one of AWS's own documentation.</summary>
    public required string AccessKey { get; init; }

    /// <summary>The secret key that belongs to it; printed in AWS's own documentation, and so no secret.</summary>
    public required string SecretKey { get; init; }

    /// <summary>A Region to begin with.</summary>
    public required string Region { get; init; }

    /// <summary>The variables by which the AWS CLI, AWS.Tools and the SDKs find it.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["AWS_ENDPOINT_URL"] = Url.ToString(),
        ["AWS_ACCESS_KEY_ID"] = AccessKey,
        ["AWS_SECRET_ACCESS_KEY"] = SecretKey,
        ["AWS_REGION"] = Region,
        // The first AWS CLI knows no other name for it.
        ["AWS_DEFAULT_REGION"] = Region,
    };

    /// <summary>Always <c>Sandbox</c>.</summary>
    public string Source { get; } = "Sandbox";
}
