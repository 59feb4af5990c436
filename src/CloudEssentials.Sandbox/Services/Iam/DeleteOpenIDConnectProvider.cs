using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes an OpenID Connect identity provider away.</summary>
internal sealed class DeleteOpenIDConnectProvider : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState.Of(call.State).OidcProviders.Remove(IamFind.OidcProvider(call).Arn);
        return [];
    }
}
