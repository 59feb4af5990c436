using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Makes a SAML identity provider.</summary>
internal sealed class CreateSAMLProvider : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        string arn = $"arn:{call.Partition}:iam::{call.AccountId}:saml-provider/{call.RequiredText("Name")}";
        string metadata = call.RequiredText("SAMLMetadataDocument");
        if (iam.SamlProviders.Contains(arn))
        {
            throw IamErrors.AlreadyExists($"SAMLProvider {call.RequiredText("Name")} already exists.");
        }

        if (iam.SamlProviders.Count >= IamQuotas.SamlProviders)
        {
            throw IamErrors.QuotaExceeded("SAMLProvidersPerAccount", IamQuotas.SamlProviders);
        }

        var provider = new IamProvider
        {
            Arn = arn,
            Created = call.Now,
            Metadata = metadata,
            Uuid = IamArns.NewId(call, "ASPA"),
            ValidUntil = SamlMetadata.ReadValidity(metadata, call.Now),
            Tags = IamTags.Read(call),
        };
        iam.SamlProviders[arn] = provider;
        return new JsonObject { ["SAMLProviderArn"] = arn, ["Tags"] = IamTags.Write(provider.Tags) };
    }
}
