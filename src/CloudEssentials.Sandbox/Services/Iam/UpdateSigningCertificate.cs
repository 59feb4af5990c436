using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Makes a signing certificate active or inactive.</summary>
internal sealed class UpdateSigningCertificate : SigningCertificateOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamSigningCertificate certificate = Certificate(call);
        IamState.Of(call.State).SigningCertificates[certificate.Id] = certificate with { IsActive = call.RequiredText("Status") == "Active" };
        return [];
    }
}
