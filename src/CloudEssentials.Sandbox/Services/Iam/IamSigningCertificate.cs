namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>An X.509 signing certificate of a user or of the root user.</summary>
/// <param name="Id">Its id.</param>
/// <param name="UserName">Whose it is; null for the root user's.</param>
/// <param name="Body">The certificate in PEM.</param>
/// <param name="IsActive">Whether it can be used.</param>
/// <param name="Uploaded">When it was uploaded.</param>
internal sealed record IamSigningCertificate(string Id, string? UserName, string Body, bool IsActive, DateTimeOffset Uploaded);
