namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>A user's access key.</summary>
/// <param name="Id">The access key id.</param>
/// <param name="Secret">The secret access key, without which signatures could not be checked.</param>
/// <param name="UserName">Whose key it is.</param>
/// <param name="IsActive">Whether it can be used.</param>
/// <param name="Created">When it was made.</param>
internal sealed record IamAccessKey(string Id, string Secret, string UserName, bool IsActive, DateTimeOffset Created);
