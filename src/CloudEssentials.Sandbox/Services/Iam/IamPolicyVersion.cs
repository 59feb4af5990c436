namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>One version of a managed policy.</summary>
/// <param name="Id">Its id, such as <c>v1</c>.</param>
/// <param name="Document">The policy's JSON, as it was given.</param>
/// <param name="Created">When it was made.</param>
internal sealed record IamPolicyVersion(string Id, string Document, DateTimeOffset Created);
