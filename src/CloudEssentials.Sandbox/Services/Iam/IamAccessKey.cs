namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>An access key of a user or of the root user.</summary>
/// <param name="Id">The access key id.</param>
/// <param name="Secret">The secret access key, without which signatures could not be checked.</param>
/// <param name="UserName">Whose key it is; null for the root user's.</param>
/// <param name="IsActive">Whether it can be used.</param>
/// <param name="Created">When it was made.</param>
internal sealed record IamAccessKey(string Id, string Secret, string? UserName, bool IsActive, DateTimeOffset Created)
{
    /// <summary>When, for which service and in which Region it last signed a request; null for never.</summary>
    public IamUse? LastUse { get; init; }
}
