using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Makes an OpenID Connect identity provider. The sandbox does not reach the issuer: without a thumbprint there is none.</summary>
internal sealed class CreateOpenIDConnectProvider : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        if (!Uri.TryCreate(call.RequiredText("Url"), UriKind.Absolute, out Uri? url) || url.Scheme != Uri.UriSchemeHttps)
        {
            throw IamErrors.Invalid("Invalid Open ID Connect Provider URL");
        }

        string issuer = url.Host + url.AbsolutePath.TrimEnd('/');
        string arn = $"arn:{call.Partition}:iam::{call.AccountId}:oidc-provider/{issuer}";
        if (iam.OidcProviders.Contains(arn))
        {
            throw IamErrors.AlreadyExists($"Provider with url {call.RequiredText("Url")} already exists.");
        }

        if (iam.OidcProviders.Count >= IamQuotas.OidcProviders)
        {
            throw IamErrors.QuotaExceeded("OpenIdConnectProvidersPerAccount", IamQuotas.OidcProviders);
        }

        var provider = new IamProvider
        {
            Arn = arn,
            Created = call.Now,
            Url = issuer,
            ClientIds = [.. call.Texts("ClientIDList")],
            Thumbprints = [.. call.Texts("ThumbprintList")],
            Tags = IamTags.Read(call),
        };
        iam.OidcProviders[arn] = provider;
        return new JsonObject { ["OpenIDConnectProviderArn"] = arn, ["Tags"] = IamTags.Write(provider.Tags) };
    }
}
