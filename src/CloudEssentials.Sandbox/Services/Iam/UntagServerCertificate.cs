namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes tags from a server certificate.</summary>
internal sealed class UntagServerCertificate() : RemoveTags(TaggedKinds.ServerCertificate);
