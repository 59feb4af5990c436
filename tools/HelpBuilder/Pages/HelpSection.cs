namespace CloudEssentials.HelpBuilder.Pages;

/// <summary>A heading of a page and the Markdown below it, up to the next heading of any level.</summary>
/// <param name="Heading">The heading's text.</param>
/// <param name="Body">The raw Markdown, trimmed.</param>
public sealed record HelpSection(string Heading, string Body);
