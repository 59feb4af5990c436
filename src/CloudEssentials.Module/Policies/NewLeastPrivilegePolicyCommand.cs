using System.Collections;
using System.Management.Automation;
using CloudEssentials.Catalog;
using CloudEssentials.Module.Completion;
using CloudEssentials.Policies;

namespace CloudEssentials.Module.Policies;

/// <summary>Makes the smallest policy that grants what a job needs.</summary>
[Cmdlet(VerbsCommon.New, "LeastPrivilegePolicy", DefaultParameterSetName = "Action")]
[OutputType(typeof(PolicyDocument))]
public sealed class NewLeastPrivilegePolicyCommand : OperationCmdlet
{
    /// <summary>The actions that the job needs.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "Action")]
    [ArgumentCompleter(typeof(ActionCompleter))]
    public string[] Action { get; set; } = [];

    /// <summary>The ARNs that it needs them on.</summary>
    [Parameter(Position = 1, ParameterSetName = "Action")]
    public string[] Resource { get; set; } = [];

    /// <summary>The ARNs whose actions of the given levels are wanted.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ResourceArn")]
    public string[] ResourceArn { get; set; } = [];

    /// <summary>The services whose actions of the given levels are wanted.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Service")]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public string[] Service { get; set; } = [];

    /// <summary>The access levels.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ResourceArn")]
    [Parameter(Mandatory = true, ParameterSetName = "Service")]
    public AccessLevel[] AccessLevel { get; set; } = [];

    /// <summary>The name of a built-in job.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Task")]
    [ArgumentCompleter(typeof(PolicyTaskCompleter))]
    public string? Task { get; set; }

    /// <summary>What the job must be told.</summary>
    [Parameter(ParameterSetName = "Task")]
    public IDictionary? TaskParameter { get; set; }

    /// <summary>Conditions of every statement: operator, key, values, as in a policy.</summary>
    [Parameter]
    public IDictionary? Condition { get; set; }

    /// <summary>Grant only to those who signed in with MFA.</summary>
    [Parameter]
    public SwitchParameter RequireMfa { get; set; }

    /// <summary>The addresses or ranges that requests may come from.</summary>
    [Parameter]
    public string[] SourceIp { get; set; } = [];

    /// <summary>The Regions that requests may go to.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[] RequestedRegion { get; set; } = [];

    /// <summary>The organization that the caller must belong to.</summary>
    [Parameter]
    public string? PrincipalOrgId { get; set; }

    /// <summary>Who is allowed, where the policy is attached to a resource or is a trust policy.</summary>
    [Parameter]
    public string[] Principal { get; set; } = [];

    /// <summary>Add the actions on which the wanted ones depend.</summary>
    [Parameter(ParameterSetName = "Action")]
    [Parameter(ParameterSetName = "ResourceArn")]
    [Parameter(ParameterSetName = "Service")]
    public SwitchParameter IncludeDependentAction { get; set; }

    /// <summary>The Sid of the first statement.</summary>
    [Parameter]
    public string? Sid { get; set; }

    /// <summary>What the policy is attached to.</summary>
    [Parameter]
    public PolicyType PolicyType { get; set; }

    /// <summary>The characters that one policy may have, white space not counted.</summary>
    [Parameter]
    public int? MaximumSize { get; set; }

    /// <summary>Make the policy even where the module's own check finds it dangerous.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }
}
