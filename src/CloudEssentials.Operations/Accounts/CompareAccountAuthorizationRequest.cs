using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>The inputs of <c>Compare-AccountAuthorization</c>.</summary>
public sealed record CompareAccountAuthorizationRequest : AwsRequest
{
    /// <summary>The picture before: what <c>Get-AccountAuthorization</c> took, or a file.</summary>
    [Input(Position = 0, Mandatory = true)]
    public object? ReferenceAuthorization { get; set; }

    /// <summary>The picture after; none takes it from the connected account.</summary>
    [Input(Position = 1, Pipeline = PipelineInput.ByValue)]
    public object? DifferenceAuthorization { get; set; }
}
