using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>The inputs of <c>Export-DirectoryAppTemplate</c>.</summary>
public sealed record ExportDirectoryAppTemplateRequest : DirectoryAppRequest
{
    /// <summary>The language.</summary>
    public TemplateFormat Format { get; set; }

    /// <summary>The file to write; where none is named, the text is the output.</summary>
    public string? Path { get; set; }
}
