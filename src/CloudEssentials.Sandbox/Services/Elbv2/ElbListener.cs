namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>A listener.</summary>
internal sealed record ElbListener : ElbResource
{
    public required string LoadBalancerArn { get; init; }

    public required string Protocol { get; init; }

    public required int Port { get; init; }

    /// <summary>The default actions as JSON, by the names of the model's members.</summary>
    public required string Actions { get; init; }

    public string? SslPolicy { get; init; }

    /// <summary>The ARN of the certificate; null for a listener without one.</summary>
    public string? CertificateArn { get; init; }
}
