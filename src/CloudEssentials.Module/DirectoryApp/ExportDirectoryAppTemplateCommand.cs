using System.Management.Automation;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.DirectoryApp;

namespace CloudEssentials.Module.DirectoryApp;

/// <summary>Writes the directory application's plan as a template.</summary>
[Cmdlet(VerbsData.Export, "DirectoryAppTemplate", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(string), typeof(DirectoryAppTemplateFile))]
public sealed class ExportDirectoryAppTemplateCommand : DirectoryAppCmdlet
{
    /// <summary>The language.</summary>
    [Parameter]
    public TemplateFormat Format { get; set; }

    /// <summary>The file to write.</summary>
    [Parameter]
    public string? Path { get; set; }
}
