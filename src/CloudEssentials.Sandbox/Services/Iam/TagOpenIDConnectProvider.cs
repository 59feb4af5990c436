namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Gives an OpenID Connect provider tags.</summary>
internal sealed class TagOpenIDConnectProvider() : AddTags(TaggedKinds.OidcProvider);
