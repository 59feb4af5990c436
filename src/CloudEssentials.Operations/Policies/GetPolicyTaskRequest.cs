namespace CloudEssentials.Operations.Policies;

/// <summary>The inputs of <c>Get-PolicyTask</c>.</summary>
public sealed record GetPolicyTaskRequest
{
    /// <summary>The names of tasks, wildcards allowed; all if none is given.</summary>
    [Input(Position = 0)]
    public string[] Name { get; set; } = ["*"];
}
