namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A key pair. AWS keeps the public half alone, and so does the sandbox.</summary>
internal sealed record Ec2KeyPair : Ec2Resource
{
    public required string Name { get; init; }

    /// <summary><c>rsa</c> or <c>ed25519</c>.</summary>
    public required string Type { get; init; }

    public required string Fingerprint { get; init; }

    /// <summary>The public key in OpenSSH's form.</summary>
    public required string PublicKey { get; init; }

    public required DateTimeOffset Created { get; init; }
}
