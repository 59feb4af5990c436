namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The tags of a SAML provider.</summary>
internal sealed class ListSAMLProviderTags() : ListTags(TaggedKinds.SamlProvider);
