using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>One OpenID Connect identity provider.</summary>
internal sealed class GetOpenIDConnectProvider : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamProvider provider = IamFind.OidcProvider(call);
        return new JsonObject
        {
            ["Url"] = provider.Url,
            ["ClientIDList"] = new JsonArray([.. provider.ClientIds.Select(id => JsonValue.Create(id))]),
            ["ThumbprintList"] = new JsonArray([.. provider.Thumbprints.Select(thumbprint => JsonValue.Create(thumbprint))]),
            ["CreateDate"] = provider.Created,
            ["Tags"] = IamTags.Write(provider.Tags),
        };
    }
}
