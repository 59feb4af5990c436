namespace CloudEssentials.Operations.Accounts;

/// <summary>A report that was written.</summary>
/// <param name="Path">The file.</param>
/// <param name="Findings">How many findings it holds.</param>
/// <param name="Failed">How many of them failed.</param>
public sealed record AccountReportFile(string Path, int Findings, int Failed);
