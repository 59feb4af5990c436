using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes in a server certificate.</summary>
internal sealed class UploadServerCertificate : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        string name = call.RequiredText("ServerCertificateName");
        if (iam.ServerCertificates.Contains(name))
        {
            throw IamErrors.AlreadyExists($"The Server Certificate with name {name} already exists.");
        }

        if (iam.ServerCertificates.Count >= IamQuotas.ServerCertificates)
        {
            throw IamErrors.QuotaExceeded("ServerCertificatesPerAccount", IamQuotas.ServerCertificates);
        }

        string body = call.RequiredText("CertificateBody");
        using X509Certificate2 read = Certificates.Read(body);
        Certificates.CheckKey(body, call.RequiredText("PrivateKey"));
        var certificate = new IamServerCertificate
        {
            Name = name,
            Path = IamArns.PathOf(call),
            Id = IamArns.NewId(call, "ASCA"),
            Arn = IamArns.Make(call, "server-certificate", name),
            Body = body,
            Chain = call.Text("CertificateChain"),
            Uploaded = call.Now,
            Expires = read.NotAfter.ToUniversalTime(),
            Tags = IamTags.Read(call),
        };
        iam.ServerCertificates[name] = certificate;
        return new JsonObject { ["ServerCertificateMetadata"] = IamView.ServerCertificate(certificate), ["Tags"] = IamTags.Write(certificate.Tags) };
    }
}
