using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes a SAML identity provider away.</summary>
internal sealed class DeleteSAMLProvider : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState.Of(call.State).SamlProviders.Remove(IamFind.SamlProvider(call).Arn);
        return [];
    }
}
