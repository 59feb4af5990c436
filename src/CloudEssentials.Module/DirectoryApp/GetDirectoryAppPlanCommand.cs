using System.Management.Automation;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Module.DirectoryApp;

/// <summary>Shows what New-DirectoryApp would do.</summary>
[Cmdlet(VerbsCommon.Get, "DirectoryAppPlan")]
[OutputType(typeof(PlannedResource))]
public sealed class GetDirectoryAppPlanCommand : DirectoryAppCmdlet;
