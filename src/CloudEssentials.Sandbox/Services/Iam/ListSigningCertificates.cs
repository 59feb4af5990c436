using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The signing certificates of a user, or of the caller if nobody is named.</summary>
internal sealed class ListSigningCertificates : CredentialOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        string? owner = Owner(call);
        return IamPage.Of(
            call, IamState.Of(call.State).CertificatesOf(owner), certificate => certificate.Id, "Certificates", certificate => IamView.SigningCertificate(call, certificate));
    }
}
