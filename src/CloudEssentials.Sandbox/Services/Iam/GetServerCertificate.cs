using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>One server certificate, without its private key.</summary>
internal sealed class GetServerCertificate : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamServerCertificate certificate = IamFind.ServerCertificate(call);
        return new JsonObject
        {
            ["ServerCertificate"] = new JsonObject
            {
                ["ServerCertificateMetadata"] = IamView.ServerCertificate(certificate),
                ["CertificateBody"] = certificate.Body,
                ["CertificateChain"] = certificate.Chain,
                ["Tags"] = IamTags.Write(certificate.Tags),
            },
        };
    }
}
