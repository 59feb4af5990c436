using Markdig;
using Markdig.Syntax;

namespace CloudEssentials.HelpBuilder.Pages;

/// <summary>Reads a page.</summary>
public static class HelpPageReader
{
    private const string Fence = "```";

    /// <summary>Reads the text of a page; what is missing is empty.</summary>
    public static HelpPage Read(string text)
    {
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        (IReadOnlyDictionary<string, string> front, string body) = SplitFrontMatter(text);
        List<(int Level, HelpSection Section)> sections = [.. Split(body)];
        return new()
        {
            FrontMatter = front,
            Name = sections.FirstOrDefault(s => s.Level == 1).Section?.Heading ?? "",
            Synopsis = Words(sections, "SYNOPSIS"),
            Syntax = [.. Below(sections, "SYNTAX")],
            Description = Words(sections, "DESCRIPTION"),
            Examples = [.. Below(sections, "EXAMPLES")],
            Parameters = [.. Below(sections, "PARAMETERS").Where(s => s.Heading.StartsWith('-')).Select(ReadParameter)],
            Inputs = [.. Below(sections, "INPUTS")],
            Outputs = [.. Below(sections, "OUTPUTS")],
            Notes = Words(sections, "NOTES"),
            RelatedLinks = Words(sections, "RELATED LINKS"),
        };
    }

    private static (IReadOnlyDictionary<string, string> Front, string Body) SplitFrontMatter(string text)
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal))
            return (new Dictionary<string, string>(), text);
        int end = text.IndexOf("\n---\n", StringComparison.Ordinal);
        Dictionary<string, string> front = text[4..end].Split('\n')
            .Select(line => line.Split(':', 2))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim());
        return (front, text[(end + 5)..]);
    }

    private static IEnumerable<(int Level, HelpSection Section)> Split(string body)
    {
        HeadingBlock[] headings = [.. Markdown.Parse(body).OfType<HeadingBlock>()];
        for (int i = 0; i < headings.Length; i++)
        {
            int end = i + 1 < headings.Length ? headings[i + 1].Span.Start : body.Length;
            string heading = body[headings[i].Span.Start..(headings[i].Span.End + 1)].TrimStart('#').Trim().Trim('`');
            yield return (headings[i].Level, new(heading, body[(headings[i].Span.End + 1)..end].Trim()));
        }
    }

    private static string Words(List<(int Level, HelpSection Section)> sections, string heading) =>
        sections.FirstOrDefault(s => s.Level == 2 && s.Section.Heading == heading).Section?.Body ?? "";

    private static IEnumerable<HelpSection> Below(List<(int Level, HelpSection Section)> sections, string heading) =>
        sections.SkipWhile(s => s.Level != 2 || s.Section.Heading != heading).Skip(1).TakeWhile(s => s.Level > 2).Select(s => s.Section);

    private static HelpParameter ReadParameter(HelpSection section)
    {
        int yaml = section.Body.LastIndexOf($"{Fence}yaml", StringComparison.Ordinal);
        if (yaml < 0)
            return new(section.Heading[1..], section.Body, []);
        string[] facts = section.Body[yaml..].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new(section.Heading[1..], section.Body[..yaml].Trim(), [.. facts.Skip(1).TakeWhile(line => line != Fence)]);
    }
}
