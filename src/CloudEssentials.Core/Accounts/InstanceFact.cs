namespace CloudEssentials.Accounts;

/// <summary>An EC2 instance.</summary>
/// <param name="InstanceId">Its id.</param>
/// <param name="Name">Its tag <c>Name</c>; empty where it has none.</param>
/// <param name="ProfileArn">The ARN of its instance profile; null where it has none.</param>
public sealed record InstanceFact(string InstanceId, string Name, string? ProfileArn);
