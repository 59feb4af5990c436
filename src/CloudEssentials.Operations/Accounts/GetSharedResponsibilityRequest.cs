namespace CloudEssentials.Operations.Accounts;

/// <summary>The inputs of <c>Get-SharedResponsibility</c>.</summary>
public sealed record GetSharedResponsibilityRequest
{
    /// <summary>Services by prefix or name, such as <c>ec2</c>; all that are known if none is given.</summary>
    [Input(Position = 0, Pipeline = PipelineInput.ByValue)]
    public string[] Service { get; set; } = [];
}
