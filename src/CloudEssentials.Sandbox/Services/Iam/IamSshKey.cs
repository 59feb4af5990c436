namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>A user's SSH public key, for CodeCommit.</summary>
/// <param name="Id">Its id.</param>
/// <param name="UserName">Whose it is.</param>
/// <param name="Body">The key.</param>
/// <param name="Fingerprint">The MD5 fingerprint of the key.</param>
/// <param name="IsActive">Whether it can be used.</param>
/// <param name="Uploaded">When it was uploaded.</param>
internal sealed record IamSshKey(string Id, string UserName, string Body, string Fingerprint, bool IsActive, DateTimeOffset Uploaded);
