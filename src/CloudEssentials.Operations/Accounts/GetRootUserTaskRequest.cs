namespace CloudEssentials.Operations.Accounts;

/// <summary>The inputs of <c>Get-RootUserTask</c>.</summary>
public sealed record GetRootUserTaskRequest
{
    /// <summary>Words of the task or its area, with wildcards; none means all.</summary>
    [Input(Position = 0)]
    public string[]? Name { get; set; }
}
