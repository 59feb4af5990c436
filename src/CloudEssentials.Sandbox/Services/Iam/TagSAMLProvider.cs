namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Gives a SAML provider tags.</summary>
internal sealed class TagSAMLProvider() : AddTags(TaggedKinds.SamlProvider);
