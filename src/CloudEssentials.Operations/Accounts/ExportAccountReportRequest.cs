using CloudEssentials.Accounts;

namespace CloudEssentials.Operations.Accounts;

/// <summary>The inputs of <c>Export-AccountReport</c>.</summary>
public sealed record ExportAccountReportRequest
{
    /// <summary>The file to write: <c>.html</c>, <c>.csv</c>, or <c>.json</c> for Security Hub's format. One that exists is written over.</summary>
    [Input(Position = 0, Mandatory = true)]
    public string Path { get; set; } = "";

    /// <summary>Findings of <c>Test-RootUserSecurity</c> and <c>Test-AccountBaseline</c>.</summary>
    [Input(Position = 1, Mandatory = true, Pipeline = PipelineInput.ByValue, Collect = true)]
    public SecurityFinding[] InputObject { get; set; } = [];

    /// <summary>The Region that Security Hub's format names.</summary>
    public string Region { get; set; } = "us-east-1";
}
