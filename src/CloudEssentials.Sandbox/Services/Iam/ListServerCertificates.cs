using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The account's server certificates, by path prefix.</summary>
internal sealed class ListServerCertificates : IamOperation
{
    public override JsonObject Execute(OperationCall call) => IamPage.Of(
        call,
        IamState.Of(call.State).ServerCertificates.Seen.Values.Where(certificate => certificate.Path.StartsWith(call.Text("PathPrefix") ?? "/", StringComparison.Ordinal)),
        certificate => certificate.Name,
        "ServerCertificateMetadataList",
        IamView.ServerCertificate);
}
