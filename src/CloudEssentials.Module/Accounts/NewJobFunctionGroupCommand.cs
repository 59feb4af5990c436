using System.Management.Automation;
using CloudEssentials.Accounts;
using CloudEssentials.Module.Completion;

namespace CloudEssentials.Module.Accounts;

/// <summary>Makes the group of a job with the policies that it needs.</summary>
[Cmdlet(VerbsCommon.New, "JobFunctionGroup", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(JobFunctionGroup))]
public sealed class NewJobFunctionGroupCommand : AwsCmdlet
{
    /// <summary>Jobs, such as Developer or SecurityAuditor.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(JobFunctionCompleter))]
    public string[] JobFunction { get; set; } = [];

    /// <summary>The name of the group.</summary>
    [Parameter(Position = 1)]
    public string? GroupName { get; set; }
}
