using System.Collections;
using System.Management.Automation;
using CloudEssentials.Module.Completion;
using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Module.Policies;

/// <summary>Would this request be allowed, and why?</summary>
[Cmdlet(VerbsDiagnostic.Test, "PolicyAccess")]
[OutputType(typeof(AccessDecision))]
public sealed class TestPolicyAccessCommand : AwsCmdlet
{
    /// <summary>The actions, such as s3:GetObject.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [ArgumentCompleter(typeof(ActionCompleter))]
    public string[] Action { get; set; } = [];

    /// <summary>The ARNs of the resources; every pair of action and resource is decided.</summary>
    [Parameter(Position = 1)]
    public string[] Resource { get; set; } = ["*"];

    /// <summary>Who asks.</summary>
    [Parameter]
    public string? Principal { get; set; }

    /// <summary>The account that owns the resources.</summary>
    [Parameter]
    public string? ResourceAccount { get; set; }

    /// <summary>The context keys of the request and their values.</summary>
    [Parameter]
    public IDictionary? Context { get; set; }

    /// <summary>The policies of the user or role.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object[]? IdentityPolicy { get; set; }

    /// <summary>The permissions boundary.</summary>
    [Parameter]
    public object? PermissionsBoundary { get; set; }

    /// <summary>The session policies.</summary>
    [Parameter]
    public object[]? SessionPolicy { get; set; }

    /// <summary>The policy of the resource.</summary>
    [Parameter]
    public object? ResourcePolicy { get; set; }

    /// <summary>The service control policies, from the root down.</summary>
    [Parameter]
    public object[]? ServiceControlPolicy { get; set; }

    /// <summary>The resource control policies, from the root down.</summary>
    [Parameter]
    public object[]? ResourceControlPolicy { get; set; }

    /// <summary>The policy of the VPC endpoint.</summary>
    [Parameter]
    public object? VpcEndpointPolicy { get; set; }

    /// <summary>The organization's management account.</summary>
    [Parameter]
    public string? ManagementAccount { get; set; }

    /// <summary>A user of the connected account.</summary>
    [Parameter]
    public string? UserName { get; set; }

    /// <summary>A role of the connected account.</summary>
    [Parameter]
    public string? RoleName { get; set; }
}
