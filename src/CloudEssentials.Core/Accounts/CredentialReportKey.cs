namespace CloudEssentials.Accounts;

/// <summary>An access key, as the credential report tells of it.</summary>
/// <param name="Number">1 or 2: its place in the report.</param>
/// <param name="Active">Whether it is active; false too where the report says that there is none.</param>
/// <param name="LastRotated">When it was made or last changed, UTC; null where there is no key, or the report does not say.</param>
/// <param name="LastUsed">When it was last used, UTC; null where it never was since IAM keeps note.</param>
/// <param name="LastUsedRegion">Where it was last used.</param>
/// <param name="LastUsedService">For what it was last used, such as <c>s3</c>.</param>
public sealed record CredentialReportKey(int Number, bool Active, DateTimeOffset? LastRotated, DateTimeOffset? LastUsed, string? LastUsedRegion, string? LastUsedService)
{
    /// <summary>Its state and its dates in one line.</summary>
    public override string ToString() =>
        $"key {Number} {(Active ? "active" : "inactive")}, made {FactText.Day(LastRotated)}, last used {FactText.DayOrNever(LastUsed)}{(LastUsedService is null ? "" : $" for {LastUsedService}")}{(LastUsedRegion is null ? "" : $" in {LastUsedRegion}")}";
}
