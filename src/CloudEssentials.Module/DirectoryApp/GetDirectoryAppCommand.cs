using System.Management.Automation;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Module.DirectoryApp;

/// <summary>Shows the applications of a Region, and how they are.</summary>
[Cmdlet(VerbsCommon.Get, "DirectoryApp")]
[OutputType(typeof(DirectoryAppStack))]
public sealed class GetDirectoryAppCommand : RegionalAwsCmdlet
{
    /// <summary>The application's name; where none is given, all of the Region.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("AppName")]
    public string? Name { get; set; }
}
