namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The tags of a server certificate.</summary>
internal sealed class ListServerCertificateTags() : ListTags(TaggedKinds.ServerCertificate);
