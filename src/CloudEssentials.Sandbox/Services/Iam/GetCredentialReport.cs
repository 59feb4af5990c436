using System.Text;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The credential report that was last made.</summary>
internal sealed class GetCredentialReport : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamCredentialReport report = IamState.Of(call.State).CredentialReport.Seen;
        if (report.Content is null)
        {
            throw new ServiceError("ReportNotPresent", "No report exists for this account. Generate one first.", 410);
        }

        if (call.Now - report.Generated >= GenerateCredentialReport.Lifetime)
        {
            throw new ServiceError("ReportExpired", "The most recent report has expired. Generate a new one.", 410);
        }

        return new JsonObject
        {
            ["Content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(report.Content)),
            ["ReportFormat"] = "text/csv",
            ["GeneratedTime"] = report.Generated,
        };
    }
}
