namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A version of a launch template.</summary>
/// <param name="Number">From 1 on.</param>
/// <param name="Description">What its author says of it.</param>
/// <param name="Created">When it was made.</param>
/// <param name="CreatedBy">The ARN of whoever made it.</param>
/// <param name="Data">The launch template data as JSON, by the names of the model's members.</param>
internal sealed record Ec2LaunchTemplateVersion(int Number, string? Description, DateTimeOffset Created, string CreatedBy, string Data);
