using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes an audience from an OpenID Connect identity provider.</summary>
internal sealed class RemoveClientIDFromOpenIDConnectProvider : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamProvider provider = IamFind.OidcProvider(call);
        IamState.Of(call.State).OidcProviders[provider.Arn] = provider with { ClientIds = provider.ClientIds.Remove(call.RequiredText("ClientID")) };
        return [];
    }
}
