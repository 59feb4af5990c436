namespace CloudEssentials.Accounts;

/// <summary>A server certificate that IAM keeps.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Expiration">Until when it is good, UTC.</param>
public sealed record CertificateFact(string Name, string Arn, DateTimeOffset? Expiration);
