using System.Xml.Linq;
using CloudEssentials.HelpBuilder.Cmdlets;
using CloudEssentials.HelpBuilder.Maml;
using CloudEssentials.HelpBuilder.Pages;

namespace CloudEssentials.Tests.Help;

public sealed class HelpBuilderTests
{
    private const string Page = """
        ---
        title: Get-Thing
        ---

        # Get-Thing

        ## SYNOPSIS

        Gets a `thing`.

        ## DESCRIPTION

        First paragraph,
        on two lines.

        - one
        - two

        ## EXAMPLES

        ### Example 1: The first

        ```powershell
        Get-Thing -Name x
        # a comment, not a heading
        ```

        See the [thing](https://example.com/thing).

        ## PARAMETERS

        ### -Name

        Its name.
        """;

    [Fact]
    public void A_hash_in_a_code_block_is_no_heading() => Assert.Contains("not a heading", Assert.Single(HelpPageReader.Read(Page).Examples).Body, StringComparison.Ordinal);

    [Fact]
    public void Words_survive_a_rewrite_and_a_second_rewrite_changes_nothing()
    {
        string once = HelpPageWriter.Write(HelpPageReader.Read(Page), Thing(), new());
        string twice = HelpPageWriter.Write(HelpPageReader.Read(once), Thing(), new());

        Assert.Equal(once, twice);
        Assert.Contains("First paragraph,\non two lines.", once.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("Get-Thing [-Name] <string[]> [-Deep] [-WhatIf] [-Confirm] [<CommonParameters>]", once, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_without_words_takes_the_shared_ones_and_its_own_win()
    {
        HelpPage shared = new() { Parameters = [new("Deep", "Shared words.", []), new("Name", "Not these.", [])] };

        HelpPage page = HelpPageReader.Read(HelpPageWriter.Write(HelpPageReader.Read(Page), Thing(), shared));

        Assert.Equal("Shared words.", page.Parameters.Single(p => p.Name == "Deep").Words);
        Assert.Equal("Its name.", page.Parameters.Single(p => p.Name == "Name").Words);
    }

    [Fact]
    public void The_help_that_PowerShell_reads_has_plain_paragraphs_code_and_parameter_facts()
    {
        HelpPage page = HelpPageReader.Read(HelpPageWriter.Write(HelpPageReader.Read(Page), Thing(), new()));
        XElement command = MamlWriter.Write([page]).Root!.Elements().Single();

        Assert.Equal(["First paragraph, on two lines.", "- one\n- two"], Named(command, "description").Last(d => d.Parent == command).Elements().Select(p => p.Value));
        Assert.Equal("Get-Thing -Name x\n# a comment, not a heading", Named(command, "code").Single().Value.ReplaceLineEndings("\n"));
        Assert.Contains("See the thing (https://example.com/thing).", Named(command, "remarks").Single().Elements().Select(p => p.Value));
        XElement name = Named(command, "parameter").Last(p => Named(p, "name").First().Value == "Name");
        Assert.Equal("true", name.Attribute("required")?.Value);
        Assert.Equal("0", name.Attribute("position")?.Value);
        Assert.Equal("True (ByValue)", name.Attribute("pipelineInput")?.Value);
    }

    private static IEnumerable<XElement> Named(XElement parent, string name) => parent.Descendants().Where(e => e.Name.LocalName == name);

    private static CmdletDescription Thing() => new()
    {
        Verb = "Get",
        Noun = "Thing",
        ClassName = "Things.GetThingCommand",
        RequestType = null,
        ResultType = null,
        DefaultSet = "__AllParameterSets",
        SupportsShouldProcess = true,
        ConfirmImpact = "Medium",
        OutputTypes = ["Things.Thing"],
        Parameters =
        [
            new() { Name = "Name", FullType = "System.String[]", ShortType = "string[]", IsSwitch = false, Sets = [new(null, 0, true, true, false, false)] },
            new() { Name = "Deep", FullType = "System.Management.Automation.SwitchParameter", ShortType = "SwitchParameter", IsSwitch = true, Sets = [new(null, null, false, false, false, false)] },
        ],
    };
}
