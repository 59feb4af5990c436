using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>The inputs of <c>Get-MfaDevice</c>.</summary>
public sealed record GetMfaDeviceRequest : AwsRequest
{
    /// <summary>The users whose devices are wanted; the whole account's if none is given.</summary>
    [Input(Position = 0, Pipeline = PipelineInput.ByValue | PipelineInput.ByPropertyName)]
    public string[] UserName { get; set; } = [];
}
