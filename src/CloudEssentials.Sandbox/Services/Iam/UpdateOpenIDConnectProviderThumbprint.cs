using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Puts other thumbprints in the place of a provider's.</summary>
internal sealed class UpdateOpenIDConnectProviderThumbprint : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamProvider provider = IamFind.OidcProvider(call);
        IamState.Of(call.State).OidcProviders[provider.Arn] = provider with { Thumbprints = [.. call.Texts("ThumbprintList")] };
        return [];
    }
}
