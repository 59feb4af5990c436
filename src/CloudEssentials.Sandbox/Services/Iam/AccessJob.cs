namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>An order for service last accessed details.</summary>
/// <param name="Id">The job's id.</param>
/// <param name="Arn">The user, group, role or policy that it is about.</param>
/// <param name="ByAction">Whether actions are told too.</param>
/// <param name="Created">When it was ordered.</param>
internal sealed record AccessJob(string Id, string Arn, bool ByAction, DateTimeOffset Created);
