using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Adds an audience to an OpenID Connect identity provider.</summary>
internal sealed class AddClientIDToOpenIDConnectProvider : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamProvider provider = IamFind.OidcProvider(call);
        IamState.Of(call.State).OidcProviders[provider.Arn] = provider with { ClientIds = [.. provider.ClientIds.Append(call.RequiredText("ClientID")).Distinct()] };
        return [];
    }
}
