namespace CloudEssentials.Sandbox.Services.Accessanalyzer;

/// <summary>An analyzer of IAM Access Analyzer.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it looks at: ACCOUNT, ORGANIZATION, ACCOUNT_UNUSED_ACCESS and others.</param>
/// <param name="Created">When it was made.</param>
/// <param name="UnusedAccessAge">After how many days access counts as unused; null for other types.</param>
internal sealed record Analyzer(string Arn, string Name, string Type, DateTimeOffset Created, int? UnusedAccessAge);
