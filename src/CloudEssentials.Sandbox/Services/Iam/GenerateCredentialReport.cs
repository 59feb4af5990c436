using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Orders a credential report: the one of the past four hours, or else a new one.</summary>
internal sealed class GenerateCredentialReport : IamOperation
{
    /// <summary>How long a report is given out again.</summary>
    internal static readonly TimeSpan Lifetime = TimeSpan.FromHours(4);

    public override JsonObject Execute(OperationCall call)
    {
        StateCell<IamCredentialReport> cell = IamState.Of(call.State).CredentialReport;
        if (cell.Value.Content is not null && call.Now - cell.Value.Generated < Lifetime)
        {
            return new JsonObject { ["State"] = "COMPLETE" };
        }

        string description = cell.Value.Content is null
            ? "No report exists. Starting a new report generation task"
            : "Report is expired. Starting a new report generation task";
        cell.Value = new IamCredentialReport(CredentialReportWriter.Write(call.State), call.Now);
        return new JsonObject { ["State"] = "STARTED", ["Description"] = description };
    }
}
