using CloudEssentials.Aws.Accounts;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Makes the provider that vouches for people or programs, where there is none.</summary>
internal sealed class ProviderMaker(RoleGateway gateway, AccountPlace place, ChangeSteps steps, CancellationToken cancellationToken)
{
    /// <summary>Finds or makes it.</summary>
    /// <returns>Its ARN; the one that it would have under <c>-WhatIf</c>.</returns>
    /// <exception cref="CloudException"><c>SamlProviderMissing</c>.</exception>
    internal Task<string> MakeAsync(FederationWish wish, IReadOnlyList<string> samlProviders) =>
        wish.IsSaml ? MakeSamlAsync(wish.SamlProvider!, wish.Metadata, samlProviders) : MakeOidcAsync(wish.Url!, wish.Audience!);

    private async Task<string> MakeOidcAsync(string url, string audience)
    {
        string arn = place.Arn($"oidc-provider/{url["https://".Length..]}");
        IReadOnlyList<string> known = await gateway.OidcProvidersAsync(cancellationToken).ConfigureAwait(false);
        if (!known.Contains(arn))
            await steps.TakeAsync(url, "Create the OIDC provider", () => gateway.CreateOidcProviderAsync(url, audience, cancellationToken)).ConfigureAwait(false);
        else if (!(await gateway.AudiencesAsync(arn, cancellationToken).ConfigureAwait(false)).Contains(audience))
            await steps.TakeAsync($"{url}: {audience}", "Add the audience to the OIDC provider", () => gateway.AddAudienceAsync(arn, audience, cancellationToken)).ConfigureAwait(false);
        return arn;
    }

    private async Task<string> MakeSamlAsync(string provider, string? metadata, IReadOnlyList<string> known)
    {
        string arn = provider.StartsWith("arn:", StringComparison.Ordinal) ? provider : place.Arn($"saml-provider/{provider}");
        if (known.Contains(arn))
            return arn;
        if (metadata is null)
            throw new CloudException("SamlProviderMissing", $"There is no SAML provider '{provider}'.", CloudErrorCategory.ObjectNotFound, provider, "Give -MetadataPath with the metadata file of the identity provider to make it.");
        await steps.TakeAsync(provider, "Create the SAML provider", () => gateway.CreateSamlProviderAsync(arn[(arn.LastIndexOf('/') + 1)..], metadata, cancellationToken)).ConfigureAwait(false);
        return arn;
    }
}
