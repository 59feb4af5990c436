using System.Management.Automation;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Module.DirectoryApp;

/// <summary>Lists the instances of the directory application in a Region.</summary>
[Cmdlet(VerbsCommon.Get, "DirectoryAppInstance")]
[OutputType(typeof(DirectoryAppInstance))]
public sealed class GetDirectoryAppInstanceCommand : DirectoryAppInstanceCmdlet
{
    /// <summary>List terminated instances too.</summary>
    [Parameter]
    public SwitchParameter IncludeTerminated { get; set; }

    /// <summary>Ask the application on each running instance whether it is well.</summary>
    [Parameter]
    public SwitchParameter Health { get; set; }
}
