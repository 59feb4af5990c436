namespace CloudEssentials.Operations.Accounts;

/// <summary>The inputs of <c>Get-PrincipalAccess</c>.</summary>
public sealed record GetPrincipalAccessRequest : AuthorizationRequest
{
    /// <summary>Names or ARNs of users.</summary>
    [Input(Position = 0, Pipeline = PipelineInput.ByPropertyName)]
    public string[]? UserName { get; set; }

    /// <summary>Names or ARNs of roles.</summary>
    [Input(Pipeline = PipelineInput.ByPropertyName)]
    public string[]? RoleName { get; set; }

    /// <summary>Services by their prefixes; none means all.</summary>
    public string[]? Service { get; set; }
}
