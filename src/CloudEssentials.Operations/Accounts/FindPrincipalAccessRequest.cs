using System.Collections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>The inputs of <c>Find-PrincipalAccess</c>.</summary>
public sealed record FindPrincipalAccessRequest : AuthorizationRequest
{
    /// <summary>The actions, with or without wildcards.</summary>
    [Input(Position = 0, Mandatory = true)]
    public string[] Action { get; set; } = [];

    /// <summary>The ARN of one resource; none asks for any.</summary>
    [Input(Position = 1)]
    public string? Resource { get; set; }

    /// <summary>Names of users and roles, with or without wildcards.</summary>
    public string[]? PrincipalName { get; set; }

    /// <summary>What is known of the requests: context keys and their values.</summary>
    public IDictionary? Context { get; set; }
}
