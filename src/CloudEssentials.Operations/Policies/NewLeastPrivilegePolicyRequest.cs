using System.Collections;
using CloudEssentials.Catalog;
using CloudEssentials.Policies;

namespace CloudEssentials.Operations.Policies;

/// <summary>The inputs of <c>New-LeastPrivilegePolicy</c>.</summary>
public sealed record NewLeastPrivilegePolicyRequest
{
    /// <summary>The actions that the job needs.</summary>
    [Input(Position = 0, Mandatory = true, Sets = ["Action"])]
    public string[] Action { get; set; } = [];

    /// <summary>The ARNs that it needs them on.</summary>
    [Input(Position = 1, Sets = ["Action"])]
    public string[] Resource { get; set; } = [];

    /// <summary>The ARNs whose actions of the given levels are wanted.</summary>
    [Input(Mandatory = true, Sets = ["ResourceArn"])]
    public string[] ResourceArn { get; set; } = [];

    /// <summary>The services whose actions of the given levels are wanted.</summary>
    [Input(Mandatory = true, Sets = ["Service"])]
    public string[] Service { get; set; } = [];

    /// <summary>The access levels.</summary>
    [Input(Mandatory = true, Sets = ["ResourceArn", "Service"])]
    public AccessLevel[] AccessLevel { get; set; } = [];

    /// <summary>The name of a built-in job.</summary>
    [Input(Mandatory = true, Sets = ["Task"])]
    public string? Task { get; set; }

    /// <summary>What the job must be told.</summary>
    [Input(Sets = ["Task"])]
    public IDictionary? TaskParameter { get; set; }

    /// <summary>Conditions of every statement: operator, key, values, as in a policy.</summary>
    public IDictionary? Condition { get; set; }

    /// <summary>True to grant only to those who signed in with MFA.</summary>
    public bool RequireMfa { get; set; }

    /// <summary>The addresses or ranges that requests may come from.</summary>
    public string[] SourceIp { get; set; } = [];

    /// <summary>The Regions that requests may go to.</summary>
    public string[] RequestedRegion { get; set; } = [];

    /// <summary>The organization that the caller must belong to.</summary>
    public string? PrincipalOrgId { get; set; }

    /// <summary>Who is allowed, where the policy is attached to a resource or is a trust policy.</summary>
    public string[] Principal { get; set; } = [];

    /// <summary>True to add the actions on which the wanted ones depend.</summary>
    [Input(Sets = ["Action", "ResourceArn", "Service"])]
    public bool IncludeDependentAction { get; set; }

    /// <summary>The Sid of the first statement.</summary>
    public string? Sid { get; set; }

    /// <summary>What the policy is attached to.</summary>
    public PolicyType PolicyType { get; set; }

    /// <summary>The characters that one policy may have, white space not counted.</summary>
    public int? MaximumSize { get; set; }

    /// <summary>True to make the policy even where the module's own check finds it dangerous.</summary>
    public bool Force { get; set; }
}
