namespace CloudEssentials.Accounts;

/// <summary>Something in an account's authorization that cannot be used as it stands.</summary>
/// <param name="AccountId">The account, 12 digits; empty where it is not known.</param>
/// <param name="Subject">The ARN of what it is about, with the policy's name or version, or the place in the file.</param>
/// <param name="Message">What is wrong, as a sentence.</param>
public sealed record AuthorizationProblem(string AccountId, string Subject, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Subject}: {Message}";
}
