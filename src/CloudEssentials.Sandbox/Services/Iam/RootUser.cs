namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>What is known of the account's root user beside keys, devices and certificates, which stand with the users'.</summary>
internal sealed record RootUser
{
    public bool HasPassword { get; init; } = true;

    public DateTimeOffset? PasswordLastUsed { get; init; }
}
