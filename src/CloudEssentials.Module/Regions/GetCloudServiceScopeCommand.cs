using System.Management.Automation;
using CloudEssentials.Module.Completion;
using CloudEssentials.Regions;

namespace CloudEssentials.Module.Regions;

/// <summary>Says whether a service's resources live in a zone, a Region or globally.</summary>
[Cmdlet(VerbsCommon.Get, "CloudServiceScope")]
[OutputType(typeof(CloudServiceScope))]
public sealed class GetCloudServiceScopeCommand : OperationCmdlet
{
    /// <summary>Services, with wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionalServiceCompleter))]
    [SupportsWildcards]
    public string[]? Service { get; set; }
}
