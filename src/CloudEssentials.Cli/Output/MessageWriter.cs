using System.Security;
using CloudEssentials.Operations;
using Spectre.Console;

namespace CloudEssentials.Cli.Output;

/// <summary>Everything that a command says beside its results; it goes to standard error.</summary>
internal sealed class MessageWriter(Terminal terminal) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly IAnsiConsole _console = AnsiConsole.Create(new()
    {
        Out = new AnsiConsoleOutput(terminal.Error),
        Ansi = terminal.ShowsErrors ? AnsiSupport.Detect : AnsiSupport.No,
        Interactive = terminal.CanAsk ? InteractionSupport.Detect : InteractionSupport.No,
    });

    private ProgressDisplay? _progress;

    /// <summary>Shows an error: what went wrong, its id, what to do.</summary>
    internal void Error(CloudException error)
    {
        Line("red", $"{error.Message} [{error.ErrorId}]");
        if (error.Remedy is not null)
            Line(null, $"  {error.Remedy}");
    }

    /// <summary>Shows a warning.</summary>
    internal void Warning(string message) => Line("yellow", $"WARNING: {message}");

    /// <summary>Shows what is being done.</summary>
    internal void Verbose(string message) => Line("grey", $"VERBOSE: {message}");

    /// <summary>Shows what would be done.</summary>
    internal void WhatIf(string message) => Line(null, $"What if: {message}");

    /// <summary>Shows how far the command has come, to a person.</summary>
    internal void Progress(OperationProgress progress)
    {
        if (!terminal.ShowsErrors)
            return;
        lock (_lock)
            (_progress ??= new(_console)).Report(progress);
    }

    /// <summary>Takes the progress away, before anything else is written.</summary>
    internal void EndProgress()
    {
        lock (_lock)
        {
            _progress?.Dispose();
            _progress = null;
        }
    }

    /// <summary>Asks a question with the answers yes and no.</summary>
    internal bool Ask(string question)
    {
        EndProgress();
        return _console.Confirm(Markup.Escape(question), defaultValue: false);
    }

    /// <summary>Asks for something that is not shown.</summary>
    internal SecureString AskSecret(string prompt)
    {
        EndProgress();
        SecureString secret = new();
        foreach (char character in _console.Prompt(new TextPrompt<string>($"{Markup.Escape(prompt)}:").Secret()))
            secret.AppendChar(character);
        secret.MakeReadOnly();
        return secret;
    }

    /// <inheritdoc/>
    public void Dispose() => EndProgress();

    private void Line(string? color, string text)
    {
        EndProgress();
        lock (_lock)
        {
            if (color is not null && terminal.ShowsErrors)
                _console.MarkupLine($"[{color}]{Markup.Escape(text)}[/]");
            else
                terminal.Error.WriteLine(text);
        }
    }
}
