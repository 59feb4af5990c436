namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Gives a server certificate tags.</summary>
internal sealed class TagServerCertificate() : AddTags(TaggedKinds.ServerCertificate);
