using CloudEssentials.Cli.Parsing;
using CloudEssentials.Cli.Running;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Cli.Tours;

/// <summary>A short tour on the sandbox account: each command, then its real output.</summary>
internal sealed class Tour(Terminal terminal)
{
    /// <summary>The stops, in their order.</summary>
    internal static readonly IReadOnlyList<TourStep> Steps =
    [
        new("The end of every session is simple: forget the connection.", "Disconnect-CloudAccount -Verbose"),
    ];

    /// <summary>Takes the tour.</summary>
    /// <returns>The exit code of the first command that failed, else 0.</returns>
    internal async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        terminal.Out.WriteLine("A short tour of CloudEssentials. Every command below runs as it stands, on an account that exists only here.");
        CloudSession session = new();
        Terminal shown = terminal with { HasPipedInput = false, In = TextReader.Null, ShowsOutput = true };
        foreach (TourStep step in Steps)
        {
            terminal.Out.WriteLine();
            terminal.Out.WriteLine(step.Words);
            terminal.Out.WriteLine();
            terminal.Out.WriteLine($"> {step.Command}");
            int code = await new CommandLineApp(shown, session).RunPipelineAsync(CommandLineText.Split(step.Command), cancellationToken);
            if (code is not (ExitCode.Success or ExitCode.Finding))
                return code;
        }

        terminal.Out.WriteLine();
        terminal.Out.WriteLine("That was the tour. 'cloudessentials --help' lists every command, 'cloudessentials <command> -?' explains one.");
        return ExitCode.Success;
    }
}
