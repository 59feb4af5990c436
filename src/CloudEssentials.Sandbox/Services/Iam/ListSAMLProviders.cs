using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The account's SAML identity providers.</summary>
internal sealed class ListSAMLProviders : IamOperation
{
    public override JsonObject Execute(OperationCall call) => new()
    {
        ["SAMLProviderList"] = new JsonArray([.. IamState.Of(call.State).SamlProviders.Seen.Values.Select(provider => new JsonObject
        {
            ["Arn"] = provider.Arn,
            ["ValidUntil"] = provider.ValidUntil,
            ["CreateDate"] = provider.Created,
        })]),
    };
}
