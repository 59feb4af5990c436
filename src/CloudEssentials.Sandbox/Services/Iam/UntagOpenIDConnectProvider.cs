namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes tags from an OpenID Connect provider.</summary>
internal sealed class UntagOpenIDConnectProvider() : RemoveTags(TaggedKinds.OidcProvider);
