using System.Management.Automation;
using CloudEssentials.Accounts;
using CloudEssentials.Operations.Accounts;

namespace CloudEssentials.Module.Accounts;

/// <summary>Writes findings into a page, a table, or Security Hub's format.</summary>
[Cmdlet(VerbsData.Export, "AccountReport", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(AccountReportFile))]
public sealed class ExportAccountReportCommand : OperationCmdlet
{
    /// <summary>The file to write: .html, .csv or .json.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    public string Path { get; set; } = "";

    /// <summary>Findings.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true)]
    public SecurityFinding[] InputObject { get; set; } = [];

    /// <summary>The Region that Security Hub's format names.</summary>
    [Parameter]
    public string Region { get; set; } = "us-east-1";
}
