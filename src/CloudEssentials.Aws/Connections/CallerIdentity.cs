namespace CloudEssentials.Aws.Connections;

/// <summary>Who a caller is to AWS.</summary>
/// <param name="AccountId">The account's id, 12 digits.</param>
/// <param name="Arn">The ARN of the user, role session or root.</param>
/// <param name="UserId">The unique id behind the name.</param>
public sealed record CallerIdentity(string AccountId, string Arn, string UserId);
