using System.Management.Automation;
using CloudEssentials.Module.Completion;

namespace CloudEssentials.Module;

/// <summary>A cmdlet that calls AWS in one Region.</summary>
public abstract class RegionalAwsCmdlet : AwsCmdlet
{
    /// <summary>The Region to call.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("RegionToCall")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }
}
