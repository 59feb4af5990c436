namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The tags of an OpenID Connect provider.</summary>
internal sealed class ListOpenIDConnectProviderTags() : ListTags(TaggedKinds.OidcProvider);
