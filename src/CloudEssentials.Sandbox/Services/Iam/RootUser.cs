namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>What is known of the account's root user.</summary>
internal sealed record RootUser
{
    public bool HasPassword { get; init; } = true;

    public bool HasMfa { get; init; }

    public int AccessKeys { get; init; }

    public int SigningCertificates { get; init; }
}
