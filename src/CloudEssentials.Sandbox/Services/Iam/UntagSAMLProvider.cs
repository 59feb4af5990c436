namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes tags from a SAML provider.</summary>
internal sealed class UntagSAMLProvider() : RemoveTags(TaggedKinds.SamlProvider);
