using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes in a signing certificate of a user, or of the caller if nobody is named.</summary>
internal sealed class UploadSigningCertificate : CredentialOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        string? owner = Owner(call);
        string body = call.RequiredText("CertificateBody");
        Certificates.Read(body).Dispose();
        if (iam.CertificatesOf(owner).Count() >= IamQuotas.SigningCertificatesPerUser)
        {
            throw IamErrors.QuotaExceeded("CertificatesPerUser", IamQuotas.SigningCertificatesPerUser);
        }

        if (iam.SigningCertificates.Current.Values.Any(known => known.Body == body))
        {
            throw new ServiceError("DuplicateCertificate", "The same certificate is associated with an IAM user in the account.", 409);
        }

        var certificate = new IamSigningCertificate(call.NewId(string.Empty, 32, IdGenerator.Base32), owner, body, true, call.Now);
        iam.SigningCertificates[certificate.Id] = certificate;
        return new JsonObject { ["Certificate"] = IamView.SigningCertificate(call, certificate) };
    }
}
