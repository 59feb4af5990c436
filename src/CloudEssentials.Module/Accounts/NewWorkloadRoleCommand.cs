using System.Collections;
using System.Management.Automation;
using CloudEssentials.Accounts;
using CloudEssentials.Module.Completion;

namespace CloudEssentials.Module.Accounts;

/// <summary>Makes the role of a program that runs on AWS.</summary>
[Cmdlet(VerbsCommon.New, "WorkloadRole", DefaultParameterSetName = "Policy", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(MadeRole))]
public sealed class NewWorkloadRoleCommand : AwsCmdlet
{
    /// <summary>The name of the role.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    public string RoleName { get; set; } = "";

    /// <summary>The service that the program runs on, such as ec2.amazonaws.com.</summary>
    [Parameter(Position = 1, Mandatory = true)]
    public string Service { get; set; } = "";

    /// <summary>What the program may do.</summary>
    [Parameter(Position = 2, Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Policy")]
    public object? Policy { get; set; }

    /// <summary>What the program does, by the name of a built-in task.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Task")]
    [ArgumentCompleter(typeof(PolicyTaskCompleter))]
    public string? Task { get; set; }

    /// <summary>What the task must be told.</summary>
    [Parameter(ParameterSetName = "Task")]
    public IDictionary? TaskParameter { get; set; }

    /// <summary>What the role is for.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>Use a policy even where the check of policies finds it dangerous.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }
}
