using CloudEssentials.Cli.Output;
using CloudEssentials.Cli.Parsing;
using CloudEssentials.Operations;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Cli.Running;

/// <summary>The command line: arguments in, exit code out.</summary>
internal sealed class CommandLineApp(Terminal terminal, CloudSession session)
{
    /// <summary>Runs one command.</summary>
    internal async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using MessageWriter messages = new(terminal);
        try
        {
            CommandTree commands = new(terminal, new CommandRunner(terminal, messages, session).RunAsync);
            return await commands.RunAsync(TokenNormalizer.Normalize(arguments), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Stopped;
        }
        catch (UsageException exception)
        {
            messages.Error(exception);
            return ExitCode.Usage;
        }
        catch (Exception exception)
        {
            messages.Error(CloudErrors.From(exception));
            return cancellationToken.IsCancellationRequested ? ExitCode.Stopped : ExitCode.Error;
        }
    }

    /// <summary>Runs commands of which each feeds the next, in one process and with one connection.</summary>
    /// <param name="commands">Each with its arguments.</param>
    /// <param name="cancellationToken">Stops the one that runs.</param>
    /// <returns>The exit code of the last, or of the first that failed.</returns>
    internal async Task<int> RunPipelineAsync(IReadOnlyList<IReadOnlyList<string>> commands, CancellationToken cancellationToken)
    {
        TextReader input = terminal.In;
        bool fed = terminal.HasPipedInput;
        foreach (IReadOnlyList<string> command in commands.SkipLast(1))
        {
            using StringWriter output = new();
            Terminal between = terminal with { In = input, HasPipedInput = fed, Out = output, ShowsOutput = false };
            int code = await new CommandLineApp(between, session).RunAsync(command, cancellationToken);
            if (code is not (ExitCode.Success or ExitCode.Finding))
                return code;
            input = new StringReader(output.ToString());
            fed = true;
        }

        return await new CommandLineApp(terminal with { In = input, HasPipedInput = fed }, session).RunAsync(commands[^1], cancellationToken);
    }
}
