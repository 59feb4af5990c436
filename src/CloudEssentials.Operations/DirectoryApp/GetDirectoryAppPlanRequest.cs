namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>The inputs of <c>Get-DirectoryAppPlan</c>.</summary>
public sealed record GetDirectoryAppPlanRequest : DirectoryAppRequest;
