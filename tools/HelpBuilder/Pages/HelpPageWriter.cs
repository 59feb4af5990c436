using System.Text;
using CloudEssentials.HelpBuilder.Cmdlets;

namespace CloudEssentials.HelpBuilder.Pages;

/// <summary>Writes a page anew: the words as they were, what a machine knows from the cmdlet.</summary>
public static class HelpPageWriter
{
    private const string CommonParameters =
        "This cmdlet supports the common parameters: -Debug, -ErrorAction, -ErrorVariable,\n" +
        "-InformationAction, -InformationVariable, -OutBuffer, -OutVariable, -PipelineVariable,\n" +
        "-ProgressAction, -Verbose, -WarningAction, and -WarningVariable. For more information, see\n" +
        "[about_CommonParameters](https://go.microsoft.com/fwlink/?LinkID=113216).";

    /// <summary>Writes the page of a cmdlet.</summary>
    /// <param name="page">The page as it was.</param>
    /// <param name="cmdlet">The cmdlet as it was compiled.</param>
    /// <param name="shared">The page whose parameters' words serve where the cmdlet's own page has none.</param>
    public static string Write(HelpPage page, CmdletDescription cmdlet, HelpPage shared)
    {
        StringBuilder text = new();
        WriteFrontMatter(text, page, cmdlet);
        WriteSection(text, $"# {cmdlet.Name}", "");
        WriteSection(text, "## SYNOPSIS", page.Synopsis);
        WriteSyntax(text, cmdlet);
        WriteSection(text, "## ALIASES", "This cmdlet has no aliases.");
        WriteSection(text, "## DESCRIPTION", page.Description);
        WriteSection(text, "## EXAMPLES", "");
        foreach (HelpSection example in page.Examples)
            WriteSection(text, $"### {example.Heading}", example.Body);
        WriteSection(text, "## PARAMETERS", "");
        foreach (ParameterDescription parameter in cmdlet.Parameters.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase))
            WriteSection(text, $"### -{parameter.Name}", $"{WordsFor(parameter.Name, page, shared)}\n\n{Facts(parameter)}");
        WriteSection(text, "### CommonParameters", CommonParameters);
        WriteTypes(text, "## INPUTS", cmdlet.PipelineTypes, page.Inputs);
        WriteTypes(text, "## OUTPUTS", cmdlet.OutputTypes, page.Outputs);
        WriteSection(text, "## NOTES", page.Notes);
        WriteSection(text, "## RELATED LINKS", page.RelatedLinks);
        return text.ToString().TrimEnd() + "\n";
    }

    /// <summary>The syntax of a cmdlet in one parameter set, as PowerShell writes it.</summary>
    public static string Syntax(CmdletDescription cmdlet, string set)
    {
        var parameters = cmdlet.Parameters
            .Select(parameter => (parameter, entry: parameter.EntryFor(set)))
            .Where(p => p.entry is not null && !p.parameter.IsCommon)
            .OrderBy(p => p.entry!.Position ?? int.MaxValue)
            .ThenBy(p => p.entry!.Mandatory ? 0 : 1)
            .Select(p => SyntaxOf(p.parameter, p.entry!));
        string[] ends = cmdlet.SupportsShouldProcess ? ["[-WhatIf]", "[-Confirm]", "[<CommonParameters>]"] : ["[<CommonParameters>]"];
        return string.Join(' ', [cmdlet.Name, .. parameters, .. ends]);
    }

    private static string SyntaxOf(ParameterDescription parameter, ParameterSetEntry entry)
    {
        string name = entry.Position is null ? $"-{parameter.Name}" : $"[-{parameter.Name}]";
        string text = parameter.IsSwitch ? name : $"{name} <{parameter.ShortType}>";
        return entry.Mandatory ? text : entry.Position is null || !parameter.IsSwitch ? $"[{text}]" : text;
    }

    private static void WriteFrontMatter(StringBuilder text, HelpPage page, CmdletDescription cmdlet)
    {
        string uri = page.FrontMatter.GetValueOrDefault("HelpUri", "''");
        string date = page.FrontMatter.GetValueOrDefault("ms.date", DateTime.UtcNow.ToString("MM/dd/yyyy"));
        text.Append("---\ndocument type: cmdlet\nexternal help file: CloudEssentials.dll-Help.xml\n")
            .Append($"HelpUri: {uri}\nLocale: en-US\nModule Name: CloudEssentials\nms.date: {date}\n")
            .Append($"PlatyPS schema version: 2024-05-01\ntitle: {cmdlet.Name}\n---\n\n");
    }

    private static void WriteSection(StringBuilder text, string heading, string body)
    {
        text.Append(heading).Append("\n\n");
        if (body.Length > 0)
            text.Append(body.Trim()).Append("\n\n");
    }

    private static void WriteSyntax(StringBuilder text, CmdletDescription cmdlet)
    {
        WriteSection(text, "## SYNTAX", "");
        foreach (string set in cmdlet.Sets)
        {
            string mark = set == cmdlet.DefaultSet && cmdlet.Sets.Count > 1 ? " (Default)" : "";
            WriteSection(text, $"### {set}{mark}", $"```\n{Syntax(cmdlet, set)}\n```");
        }
    }

    private static string WordsFor(string parameter, HelpPage page, HelpPage shared) =>
        new[] { page, shared }.SelectMany(p => p.Parameters)
            .FirstOrDefault(p => p.Name.Equals(parameter, StringComparison.OrdinalIgnoreCase) && p.Words.Length > 0)?.Words ?? "";

    private static string Facts(ParameterDescription parameter)
    {
        StringBuilder yaml = new();
        yaml.Append($"```yaml\nType: {parameter.FullType}\nDefaultValue: {Quote(parameter.DefaultValue)}\nSupportsWildcards: {Flag(parameter.SupportsWildcards)}\n");
        AppendList(yaml, "Aliases", parameter.Aliases);
        yaml.Append("ParameterSets:\n");
        foreach (ParameterSetEntry entry in parameter.Sets)
        {
            yaml.Append($"- Name: {entry.Set ?? "(All)"}\n  Position: {entry.Position?.ToString() ?? "Named"}\n  IsRequired: {Flag(entry.Mandatory)}\n")
                .Append($"  ValueFromPipeline: {Flag(entry.ByValue)}\n  ValueFromPipelineByPropertyName: {Flag(entry.ByPropertyName)}\n")
                .Append($"  ValueFromRemainingArguments: {Flag(entry.Remaining)}\n");
        }

        yaml.Append($"DontShow: {Flag(parameter.DontShow)}\n");
        AppendList(yaml, "AcceptedValues", parameter.AcceptedValues);
        return yaml.Append("HelpMessage: ''\n```").ToString();
    }

    private static void AppendList(StringBuilder yaml, string key, IReadOnlyList<string> items)
    {
        yaml.Append(items.Count == 0 ? $"{key}: []\n" : $"{key}:\n");
        foreach (string item in items)
            yaml.Append($"- {item}\n");
    }

    private static void WriteTypes(StringBuilder text, string heading, IReadOnlyList<string> types, IReadOnlyList<HelpSection> words)
    {
        WriteSection(text, heading, types.Count == 0 ? "None." : "");
        foreach (string type in types)
            WriteSection(text, $"### {type}", words.FirstOrDefault(w => w.Heading == type)?.Body ?? "");
    }

    private static string Quote(string value) => value.Length == 0 || !char.IsLetterOrDigit(value[0]) ? $"'{value}'" : value;

    private static string Flag(bool value) => value ? "true" : "false";
}
