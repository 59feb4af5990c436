using System.Management.Automation;
using CloudEssentials.Module.Completion;

namespace CloudEssentials.Module.DirectoryApp;

/// <summary>A cmdlet that works on instances that are there.</summary>
public abstract class DirectoryAppInstanceCmdlet : RegionalAwsCmdlet
{
    /// <summary>The application's name: all its instances are meant.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("AppName")]
    [ArgumentCompleter(typeof(InstanceNameCompleter))]
    public string? Name { get; set; }

    /// <summary>The ids of instances: these alone are meant.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public string[] InstanceId { get; set; } = [];
}
