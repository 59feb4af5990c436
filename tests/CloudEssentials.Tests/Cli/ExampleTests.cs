using System.Text.RegularExpressions;
using CloudEssentials.Cli;
using CloudEssentials.HelpBuilder;
using CloudEssentials.HelpBuilder.Pages;
using CloudEssentials.Operations;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Cli;

/// <summary>
/// Examples that are our own commands alone run on the command line as they stand; where the last stage of a pipeline is
/// PowerShell's own, the stages before it do. The Pester tests run them all.
/// </summary>
public sealed partial class ExampleTests
{
    // It fetches from AWS; its own tests give it a service to fetch from.
    private static readonly string[] _needNetwork = ["Update-PolicyCatalog"];

    public static TheoryData<string, string> Examples
    {
        get
        {
            TheoryData<string, string> examples = [];
            foreach (HelpPage page in Repository.ReadPages(CompiledModule.Root).Where(page => !_needNetwork.Contains(page.Name)))
            {
                foreach (string[] lines in page.Examples.Select(example => Runnable(example.Body)).Where(lines => lines.Length > 0))
                    examples.Add(page.Name, string.Join('\n', lines));
            }

            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_of_the_help_runs_on_the_sandbox(string page, string lines)
    {
        CloudSession session = new();
        Assert.Equal(ExitCode.Success, (await CommandLineRun.Of("Connect-CloudAccount -Sandbox", session: session)).Code);
        foreach (string line in lines.Split('\n'))
        {
            CommandLineRun run = await CommandLineRun.Of(line, session: session);

            Assert.True(run.Code is ExitCode.Success or ExitCode.Finding, $"{page}: {line}\n{run.Error}");
        }
    }

    [Fact]
    public void There_are_examples_to_run() => Assert.True(Examples.Count >= 10, $"{Examples.Count} examples");

    private static string[] Runnable(string example)
    {
        Match code = Code().Match(example);
        if (!code.Success)
            return [];
        string[] lines = [.. Continued().Replace(code.Groups["code"].Value, "| ").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        string[] own = [.. lines.Select(OwnStages)];
        return own.Contains("") ? [] : own;
    }

    // Empty where the line is not of our commands alone.
    private static string OwnStages(string line)
    {
        string[] stages = [.. line.Split(" | ").TakeWhile(stage => OperationDescriptor.All.Any(o => o.Name == stage.Split(' ')[0]))];
        string own = string.Join(" | ", stages);
        string bare = Quoted().Replace(own, "''");
        return bare.IndexOfAny(['$', '@', '(', '{', ';']) >= 0 || own.Contains("-SandboxPath", StringComparison.Ordinal) ? "" : own;
    }

    [GeneratedRegex("```powershell\\s*\\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\|\s*\n\s*|`\s*\n\s*")]
    private static partial Regex Continued();

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Quoted();
}
