using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes a server certificate away.</summary>
internal sealed class DeleteServerCertificate : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState.Of(call.State).ServerCertificates.Remove(IamFind.ServerCertificate(call).Name);
        return [];
    }
}
