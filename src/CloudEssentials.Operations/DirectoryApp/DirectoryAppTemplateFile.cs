using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>A template that was written.</summary>
/// <param name="AppName">The application.</param>
/// <param name="Region">Its Region.</param>
/// <param name="Format">The language.</param>
/// <param name="Resources">How many resources it has in the plan.</param>
/// <param name="Path">The file.</param>
public sealed record DirectoryAppTemplateFile(string AppName, string Region, TemplateFormat Format, int Resources, string Path);
