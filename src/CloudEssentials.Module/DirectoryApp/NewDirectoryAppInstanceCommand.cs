using System.Management.Automation;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Module.Completion;

namespace CloudEssentials.Module.DirectoryApp;

/// <summary>Launches the Employee Directory application on instances that stand by themselves.</summary>
[Cmdlet(VerbsCommon.New, "DirectoryAppInstance", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(DirectoryAppInstance))]
public sealed class NewDirectoryAppInstanceCommand : DirectoryAppLaunchCmdlet
{
    /// <summary>How many instances of that name there are to be.</summary>
    [Parameter]
    public int Count { get; set; } = 1;

    /// <summary>The subnets to spread them over.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SubnetCompleter))]
    public string[] SubnetId { get; set; } = [];

    /// <summary>The instance profile; where none is given, one is made with just what the application needs.</summary>
    [Parameter]
    public string? InstanceProfile { get; set; }

    /// <summary>The security groups; where none are given, one is made that lets HTTP in and nothing else.</summary>
    [Parameter]
    public string[] SecurityGroupId { get; set; } = [];

    /// <summary>Make the bucket and the table where they are missing.</summary>
    [Parameter]
    public SwitchParameter CreateStorage { get; set; }

    /// <summary>Wait until the instances run and the application answers.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>Wait for running instances alone.</summary>
    [Parameter]
    public SwitchParameter SkipHealthCheck { get; set; }

    /// <summary>How many seconds to wait at most.</summary>
    [Parameter]
    public int TimeoutSeconds { get; set; } = 600;
}
