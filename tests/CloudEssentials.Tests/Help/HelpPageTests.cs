using CloudEssentials.HelpBuilder;
using CloudEssentials.HelpBuilder.Pages;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Help;

public sealed class HelpPageTests
{
    public static TheoryData<string> Cmdlets => CompiledModule.CmdletNames;

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_cmdlet_has_a_page_with_words_and_an_example(string name)
    {
        HelpPage page = HelpPageReader.Read(Text(name));

        Assert.Equal(name, page.Name);
        Assert.NotEmpty(page.Synopsis);
        Assert.NotEmpty(page.Description);
        Assert.NotEmpty(page.Examples);
        Assert.All(page.Examples, example => Assert.Contains("```powershell", example.Body, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Every_parameter_is_explained(string name)
    {
        HelpPage page = HelpPageReader.Read(Text(name));
        string[] explained = [.. page.Parameters.Where(p => p.Words.Length > 0).Select(p => p.Name)];

        Assert.Empty(CompiledModule.Cmdlet(name).Parameters.Select(p => p.Name).Except(explained));
    }

    /// <summary>Where this fails, run <c>dotnet run --project tools/HelpBuilder -- pages</c>.</summary>
    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Syntax_and_parameter_facts_on_the_page_are_those_of_the_compiled_cmdlet(string name)
    {
        string text = Text(name);

        Assert.Equal(HelpPageWriter.Write(HelpPageReader.Read(text), CompiledModule.Cmdlet(name), Repository.SharedParameters(CompiledModule.Root)), text);
    }

    [Fact]
    public void No_page_is_left_over_from_a_cmdlet_that_is_gone() =>
        Assert.Empty(Repository.ReadPages(CompiledModule.Root).Select(page => page.Name).Except(CompiledModule.Cmdlets.Select(cmdlet => cmdlet.Name)));

    private static string Text(string name) =>
        File.ReadAllText(Path.Combine(Repository.PagesFolder(CompiledModule.Root), $"{name}.md")).ReplaceLineEndings("\n");
}
