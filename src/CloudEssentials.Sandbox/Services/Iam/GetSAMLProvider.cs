using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>One SAML identity provider.</summary>
internal sealed class GetSAMLProvider : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamProvider provider = IamFind.SamlProvider(call);
        return new JsonObject
        {
            ["SAMLProviderUUID"] = provider.Uuid,
            ["SAMLMetadataDocument"] = provider.Metadata,
            ["CreateDate"] = provider.Created,
            ["ValidUntil"] = provider.ValidUntil,
            ["Tags"] = IamTags.Write(provider.Tags),
        };
    }
}
