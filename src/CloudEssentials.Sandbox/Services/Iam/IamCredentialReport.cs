namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The credential report that was last made.</summary>
/// <param name="Content">The CSV; null for none.</param>
/// <param name="Generated">When it was made.</param>
internal sealed record IamCredentialReport(string? Content, DateTimeOffset Generated);
