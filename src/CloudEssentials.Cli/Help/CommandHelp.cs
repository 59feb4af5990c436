using System.Xml.Linq;

namespace CloudEssentials.Cli.Help;

/// <summary>The help of one command, of the same pages that PowerShell's Get-Help shows.</summary>
internal sealed class CommandHelp(XElement command)
{
    /// <summary>The command's name.</summary>
    internal string Name { get; } = Child(Child(command, "details"), "name")?.Value ?? "";

    /// <summary>One sentence.</summary>
    internal string Synopsis { get; } = string.Join(" ", Paragraphs(Child(Child(command, "details"), "description")));

    /// <summary>What it does.</summary>
    internal IReadOnlyList<string> Description => [.. Paragraphs(Child(command, "description"))];

    /// <summary>How it is written, one line a parameter set.</summary>
    internal IReadOnlyList<string> Syntax =>
        [.. Children(Child(command, "syntax"), "syntaxItem").Select(item => $"cloudessentials {Name} {string.Join(' ', Children(item, "parameter").Select(SyntaxOf))}")];

    /// <summary>The parameters with what is said of them.</summary>
    internal IReadOnlyList<(string Head, IReadOnlyList<string> Words)> Parameters =>
        [.. Children(Child(command, "parameters"), "parameter").Select(p => (HeadOf(p), (IReadOnlyList<string>)[.. Paragraphs(Child(p, "description"))]))];

    /// <summary>The examples.</summary>
    internal IReadOnlyList<(string Title, string Code, IReadOnlyList<string> Words)> Examples =>
        [.. Children(Child(command, "examples"), "example").Select(e => (
            Child(e, "title")?.Value.Trim('-', ' ') ?? "",
            Child(e, "code")?.Value ?? "",
            (IReadOnlyList<string>)[.. Paragraphs(Child(e, "introduction")), .. Paragraphs(Child(e, "remarks"))]))];

    private static string SyntaxOf(XElement parameter)
    {
        string name = $"-{Child(parameter, "name")?.Value}";
        if (parameter.Attribute("position")?.Value is { } position && position != "named")
            name = $"[{name}]";
        string text = Child(parameter, "parameterValue") is { } value ? $"{name} <{value.Value}>" : name;
        return parameter.Attribute("required")?.Value == "true" ? text : $"[{text}]";
    }

    private static string HeadOf(XElement parameter)
    {
        string aliases = parameter.Attribute("aliases")?.Value is { } names and not "none" ? $" ({names})" : "";
        string values = Child(parameter, "parameterValueGroup") is { } group ? $" {string.Join(" | ", group.Elements().Select(e => e.Value))}" : "";
        string type = Child(parameter, "parameterValue") is { } value && values.Length == 0 ? $" <{value.Value}>" : "";
        return $"-{Child(parameter, "name")?.Value}{type}{values}{aliases}";
    }

    private static IEnumerable<string> Paragraphs(XElement? parent) => Children(parent, "para").Select(p => p.Value).Where(text => text.Length > 0);

    private static XElement? Child(XElement? parent, string name) => Children(parent, name).FirstOrDefault();

    private static IEnumerable<XElement> Children(XElement? parent, string name) => parent?.Elements().Where(e => e.Name.LocalName == name) ?? [];
}
