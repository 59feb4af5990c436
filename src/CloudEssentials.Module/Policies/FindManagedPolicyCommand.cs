using System.Management.Automation;
using CloudEssentials.Module.Completion;
using CloudEssentials.Operations.Policies;

namespace CloudEssentials.Module.Policies;

/// <summary>Searches the AWS managed policies.</summary>
[Cmdlet(VerbsCommon.Find, "ManagedPolicy")]
[OutputType(typeof(FoundManagedPolicy))]
public sealed class FindManagedPolicyCommand : OperationCmdlet
{
    /// <summary>Names or ARNs, with or without wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PolicyName", "PolicyArn")]
    [ArgumentCompleter(typeof(ManagedPolicyCompleter))]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary>Actions that the policies must allow.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ActionCompleter))]
    [SupportsWildcards]
    public string[]? Action { get; set; }
}
