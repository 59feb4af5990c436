using System.Xml.Linq;
using CloudEssentials.HelpBuilder.Pages;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CloudEssentials.HelpBuilder.Maml;

/// <summary>Writes pages as MAML, the form in which Get-Help reads them.</summary>
public static class MamlWriter
{
    private static readonly XNamespace _maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace _command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace _dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>Writes the pages into one document.</summary>
    public static XDocument Write(IEnumerable<HelpPage> pages) =>
        new(new XElement(XName.Get("helpItems", "http://msh"), new XAttribute("schema", "maml"), pages.Select(Command)));

    private static XElement Command(HelpPage page)
    {
        string[] name = page.Name.Split('-', 2);
        return new(
            _command + "command",
            new XAttribute(XNamespace.Xmlns + "maml", _maml),
            new XAttribute(XNamespace.Xmlns + "command", _command),
            new XAttribute(XNamespace.Xmlns + "dev", _dev),
            new XElement(
                _command + "details",
                new XElement(_command + "name", page.Name),
                new XElement(_command + "verb", name[0]),
                new XElement(_command + "noun", name[^1]),
                Text("description", page.Synopsis)),
            Text("description", page.Description),
            new XElement(_command + "syntax", page.Syntax.Select(set => SyntaxItem(page, SetName(set)))),
            new XElement(_command + "parameters", page.Parameters.Select(parameter => Parameter(parameter, parameter.Sets() is [var first, ..] ? first : null))),
            new XElement(_command + "inputTypes", page.Inputs.Select(input => TypeWith("inputType", input))),
            new XElement(_command + "returnValues", page.Outputs.Select(output => TypeWith("returnValue", output))),
            new XElement(_maml + "alertSet", page.Notes.Length == 0 ? null : new XElement(_maml + "alert", Paragraphs(page.Notes))),
            new XElement(_command + "examples", page.Examples.Select(Example)),
            new XElement(_command + "relatedLinks", Links(page)));
    }

    private static string SetName(HelpSection set) => set.Heading.EndsWith(" (Default)", StringComparison.Ordinal) ? set.Heading[..^10] : set.Heading;

    private static XElement SyntaxItem(HelpPage page, string set)
    {
        var parameters = page.Parameters
            .Select(parameter => (parameter, facts: parameter.Sets().FirstOrDefault(s => s["Name"] == set || s["Name"] == "(All)")))
            .Where(p => p.facts is not null)
            .OrderBy(p => p.parameter.Name is "WhatIf" or "Confirm" ? 1 : 0)
            .ThenBy(p => int.TryParse(p.facts!["Position"], out int position) ? position : int.MaxValue)
            .ThenBy(p => p.facts!["IsRequired"] == "true" ? 0 : 1);
        return new(_command + "syntaxItem", new XElement(_maml + "name", page.Name), parameters.Select(p => Parameter(p.parameter, p.facts)));
    }

    private static XElement Parameter(HelpParameter parameter, IReadOnlyDictionary<string, string>? facts)
    {
        string type = parameter.Fact("Type");
        bool isSwitch = type.EndsWith(".SwitchParameter", StringComparison.Ordinal);
        string[] values = [.. parameter.List("AcceptedValues")];
        string shown = type[(type.LastIndexOf('.') + 1)..];
        IReadOnlyList<string> aliases = parameter.List("Aliases");
        return new(
            _command + "parameter",
            new XAttribute("required", facts?.GetValueOrDefault("IsRequired") ?? "false"),
            new XAttribute("variableLength", type.EndsWith("[]", StringComparison.Ordinal) ? "true" : "false"),
            new XAttribute("globbing", parameter.Fact("SupportsWildcards") == "true" ? "true" : "false"),
            new XAttribute("pipelineInput", PipelineWords(facts)),
            new XAttribute("position", facts?.GetValueOrDefault("Position")?.ToLowerInvariant() ?? "named"),
            new XAttribute("aliases", aliases.Count == 0 ? "none" : string.Join(", ", aliases)),
            new XElement(_maml + "name", parameter.Name),
            Text("description", parameter.Words),
            values.Length == 0 ? null : new XElement(_command + "parameterValueGroup", values.Select(Value)),
            isSwitch ? null : new XElement(_command + "parameterValue", new XAttribute("required", "true"), new XAttribute("variableLength", "false"), shown),
            new XElement(_dev + "type", new XElement(_maml + "name", shown), new XElement(_maml + "uri")),
            new XElement(_dev + "defaultValue", parameter.Fact("DefaultValue") is { Length: > 0 } value ? value : "None"));
    }

    private static XElement Value(string value) =>
        new(_command + "parameterValue", new XAttribute("required", "false"), new XAttribute("variableLength", "false"), value);

    private static string PipelineWords(IReadOnlyDictionary<string, string>? facts)
    {
        bool byValue = facts?.GetValueOrDefault("ValueFromPipeline") == "true";
        bool byName = facts?.GetValueOrDefault("ValueFromPipelineByPropertyName") == "true";
        return (byValue, byName) switch
        {
            (true, true) => "True (ByPropertyName, ByValue)",
            (true, false) => "True (ByValue)",
            (false, true) => "True (ByPropertyName)",
            _ => "False",
        };
    }

    private static XElement TypeWith(string element, HelpSection section) =>
        new(_command + element, new XElement(_dev + "type", new XElement(_maml + "name", section.Heading)), Text("description", section.Body));

    private static XElement Example(HelpSection example)
    {
        Block[] blocks = [.. Markdown.Parse(example.Body)];
        bool IsCode(Block block) => block is FencedCodeBlock { Info: "powershell" or "pwsh" };
        return new(
            _command + "example",
            new XElement(_maml + "title", $"-------- {example.Heading} --------"),
            new XElement(_maml + "introduction", blocks.TakeWhile(b => !IsCode(b)).Select(Paragraph)),
            new XElement(_dev + "code", string.Join("\n\n", blocks.Where(IsCode).Select(PlainText.OfBlock))),
            new XElement(_dev + "remarks", blocks.SkipWhile(b => !IsCode(b)).Where(b => !IsCode(b)).Select(Paragraph), new XElement(_maml + "para")));
    }

    private static IEnumerable<XElement> Links(HelpPage page) =>
        Markdown.Parse(page.RelatedLinks).Descendants<LinkInline>().Select(link => new XElement(
            _maml + "navigationLink",
            new XElement(_maml + "linkText", link.FirstChild is LiteralInline words ? words.Content.ToString() : link.Url),
            new XElement(_maml + "uri", link.Url is { } url && url.StartsWith("http", StringComparison.Ordinal) ? url : "")));

    private static XElement Text(string element, string markdown) => new(_maml + element, Paragraphs(markdown));

    private static IEnumerable<XElement> Paragraphs(string markdown) => PlainText.Paragraphs(markdown).Select(text => new XElement(_maml + "para", text));

    private static XElement Paragraph(Block block) => new(_maml + "para", PlainText.OfBlock(block));
}
