using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Gives a server certificate another name or path.</summary>
internal sealed class UpdateServerCertificate : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        IamServerCertificate certificate = IamFind.ServerCertificate(call);
        string name = call.Text("NewServerCertificateName") ?? certificate.Name;
        string path = call.Text("NewPath") ?? certificate.Path;
        if (!name.Equals(certificate.Name, StringComparison.OrdinalIgnoreCase) && iam.ServerCertificates.Contains(name))
        {
            throw IamErrors.AlreadyExists($"The Server Certificate with name {name} already exists.");
        }

        iam.ServerCertificates.Remove(certificate.Name);
        iam.ServerCertificates[name] = certificate with { Name = name, Path = path, Arn = $"arn:{call.Partition}:iam::{call.AccountId}:server-certificate{path}{name}" };
        return [];
    }
}
