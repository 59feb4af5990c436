using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using CloudEssentials.Cli.Help;
using CloudEssentials.Operations;

namespace CloudEssentials.Cli.Parsing;

/// <summary>Every operation as a command of the parser.</summary>
internal sealed class CommandTree
{
    private static readonly ParserConfiguration _configuration = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    private readonly RootCommand _root = new("The commands of the PowerShell module CloudEssentials, without PowerShell.");
    private readonly Func<CommandCall, CancellationToken, Task<int>> _run;
    private readonly Terminal _terminal;

    internal CommandTree(Terminal terminal, Func<CommandCall, CancellationToken, Task<int>> run)
    {
        _terminal = terminal;
        _run = run;
        foreach (HelpOption option in _root.Options.OfType<HelpOption>().ToArray())
            _root.Options.Remove(option);
        _root.Options.Add(HelpFor(null));
        foreach (OperationDescriptor operation in OperationDescriptor.All)
            _root.Subcommands.Add(CommandOf(operation));
        _root.SetAction(_ => ExitCode.Usage);
    }

    /// <summary>Parses normalized arguments and runs what they ask for.</summary>
    internal async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        ParseResult parsed = _root.Parse(arguments, _configuration);
        // Completion is asked for lines that are not finished.
        if (parsed.Errors is [{ } first, ..] && !arguments[0].StartsWith('['))
            throw new UsageException("ArgumentsInvalid", first.Message);
        InvocationConfiguration invocation = new() { Output = _terminal.Out, Error = _terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        return await parsed.InvokeAsync(invocation, cancellationToken);
    }

    private Command CommandOf(OperationDescriptor operation)
    {
        Command command = new(operation.Name, HelpLibrary.Find(operation.Name)?.Synopsis);
        Dictionary<string, Option<string[]>> options = [];
        foreach (OperationInput input in operation.Inputs)
            options[input.Name] = OptionOf(input);
        foreach (Option<string[]> option in options.Values)
            command.Options.Add(option);

        Option<bool> verbose = new("-Verbose");
        Option<bool> whatIf = new("-WhatIf");
        Option<bool?> confirm = new("-Confirm");
        Option<OutputFormat?> format = new("-OutputFormat");
        command.Options.Add(verbose);
        command.Options.Add(format);
        if (operation.Declaration.Impact != ChangeImpact.None)
        {
            command.Options.Add(whatIf);
            command.Options.Add(confirm);
        }

        command.Options.Add(HelpFor(operation));
        command.SetAction((parsed, cancellationToken) => _run(
            new()
            {
                Operation = operation,
                Arguments = Given(parsed, options),
                Verbose = parsed.GetValue(verbose),
                WhatIf = parsed.GetResult(whatIf) is not null && parsed.GetValue(whatIf),
                Confirm = parsed.GetResult(confirm) is null ? null : parsed.GetValue(confirm),
                Format = parsed.GetValue(format),
            },
            cancellationToken));
        return command;
    }

    private static Dictionary<string, IReadOnlyList<string>> Given(ParseResult parsed, Dictionary<string, Option<string[]>> options)
    {
        Dictionary<string, IReadOnlyList<string>> given = [];
        foreach ((string name, Option<string[]> option) in options)
        {
            if (parsed.GetResult(option) is { Implicit: false } result)
                given[name] = [.. result.Tokens.Select(token => token.Value)];
        }

        return given;
    }

    private static Option<string[]> OptionOf(OperationInput input)
    {
        Option<string[]> option = new($"-{input.Name}", [.. input.Declaration.Aliases.Select(alias => $"-{alias}")])
        {
            Arity = ArgumentArity.ZeroOrMore,
            AllowMultipleArgumentsPerToken = false,
        };
        option.CompletionSources.Clear();
        option.CompletionSources.Add(context => ValueSuggestions.For(input, context.WordToComplete));
        return option;
    }

    private HelpOption HelpFor(OperationDescriptor? operation) =>
        new("-Help", "-?", "--help", "-h", "/?") { Action = new ShowHelp(_terminal, operation) };

    private sealed class ShowHelp(Terminal terminal, OperationDescriptor? operation) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            new HelpPrinter(terminal).Print(operation);
            return ExitCode.Success;
        }
    }
}
