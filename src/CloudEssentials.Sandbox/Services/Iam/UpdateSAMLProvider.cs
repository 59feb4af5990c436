using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Puts other metadata in the place of a SAML identity provider's.</summary>
internal sealed class UpdateSAMLProvider : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamProvider provider = IamFind.SamlProvider(call);
        if (call.Text("SAMLMetadataDocument") is { } metadata)
        {
            IamState.Of(call.State).SamlProviders[provider.Arn] =
                provider with { Metadata = metadata, ValidUntil = SamlMetadata.ReadValidity(metadata, call.Now) };
        }

        return new JsonObject { ["SAMLProviderArn"] = provider.Arn };
    }
}
