using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The account's OpenID Connect identity providers.</summary>
internal sealed class ListOpenIDConnectProviders : IamOperation
{
    public override JsonObject Execute(OperationCall call) => new()
    {
        ["OpenIDConnectProviderList"] = new JsonArray([.. IamState.Of(call.State).OidcProviders.Seen.Keys.Select(arn => new JsonObject { ["Arn"] = arn })]),
    };
}
