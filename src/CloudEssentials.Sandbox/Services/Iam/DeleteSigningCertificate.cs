using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes a signing certificate away.</summary>
internal sealed class DeleteSigningCertificate : SigningCertificateOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState.Of(call.State).SigningCertificates.Remove(Certificate(call).Id);
        return [];
    }
}
