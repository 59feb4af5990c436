using System.Collections;
using System.Reflection;
using System.Security;
using CloudEssentials.Cli.Output;
using CloudEssentials.Cli.Parsing;
using CloudEssentials.Operations;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Cli.Running;

/// <summary>The command line as an operation sees it.</summary>
internal sealed class ConsoleHost(Terminal terminal, MessageWriter messages, CommandCall call, CloudSession session, bool force) : IOperationHost
{
    private int _errors;

    /// <summary>How many items failed so far.</summary>
    internal int Errors => _errors;

    /// <inheritdoc/>
    public CloudSession Session { get; } = session;

    /// <inheritdoc/>
    public string CurrentFolder => Environment.CurrentDirectory;

    /// <inheritdoc/>
    public bool IsInteractive => terminal.CanAsk;

    /// <inheritdoc/>
    public bool EndsWithCommand => true;

    /// <inheritdoc/>
    public void WriteWarning(string message) => messages.Warning(message);

    /// <inheritdoc/>
    public void WriteVerbose(string message)
    {
        if (call.Verbose)
            messages.Verbose(message);
    }

    /// <inheritdoc/>
    public void WriteProgress(OperationProgress progress) => messages.Progress(progress);

    /// <inheritdoc/>
    public void WriteError(CloudException error)
    {
        Interlocked.Increment(ref _errors);
        messages.Error(error);
    }

    /// <inheritdoc/>
    public ValueTask<bool> ShouldProcessAsync(string target, string action)
    {
        if (call.WhatIf)
        {
            messages.WhatIf($"Performing the operation \"{action}\" on target \"{target}\".");
            return ValueTask.FromResult(false);
        }

        bool ask = call.Confirm ?? (call.Operation.Declaration.Impact == ChangeImpact.High && !force);
        return ask ? AskAsync($"{action} on {target}?") : ValueTask.FromResult(true);
    }

    /// <inheritdoc/>
    public ValueTask<bool> ShouldContinueAsync(string query, string caption) => AskAsync($"{caption}: {query}");

    /// <inheritdoc/>
    public ValueTask<SecureString> ReadSecretAsync(string prompt)
    {
        if (!IsInteractive)
            throw NobodyThere(prompt);
        return ValueTask.FromResult(messages.AskSecret(prompt));
    }

    /// <inheritdoc/>
    public object? GetVariable(string name) => null;

    /// <inheritdoc/>
    public object? Unwrap(object? item) => item;

    /// <inheritdoc/>
    public object? GetProperty(object item, string name)
    {
        if (item is IDictionary dictionary)
        {
            foreach (DictionaryEntry entry in dictionary)
            {
                if (entry.Key is string key && key.Equals(name, StringComparison.OrdinalIgnoreCase))
                    return entry.Value;
            }

            return null;
        }

        PropertyInfo? property = item.GetType().GetProperties().FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && p.GetIndexParameters().Length == 0);
        return property?.GetValue(item);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> ResolvePath(string path)
    {
        string full = Path.GetFullPath(path, CurrentFolder);
        if (full.IndexOfAny(['*', '?']) < 0)
            return [full];
        string root = Path.GetPathRoot(full)!;
        IEnumerable<string> folders = [root];
        string[] parts = full[root.Length..].Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        foreach (string part in parts[..^1])
            folders = folders.SelectMany(folder => Matching(folder, part, Directory.GetDirectories));
        return [.. folders.SelectMany(folder => Matching(folder, parts[^1], Directory.GetFiles)).Order(StringComparer.Ordinal)];
    }

    private static string[] Matching(string folder, string part, Func<string, string, string[]> find)
    {
        if (part.IndexOfAny(['*', '?']) < 0)
            return [Path.Combine(folder, part)];
        return Directory.Exists(folder) ? find(folder, part) : [];
    }

    private ValueTask<bool> AskAsync(string question)
    {
        if (!IsInteractive)
            throw NobodyThere(question);
        return ValueTask.FromResult(messages.Ask(question));
    }

    private static CloudException NobodyThere(string question) => new(
        "InteractionRequired",
        $"{question} Nobody is there to answer.",
        CloudErrorCategory.InvalidOperation,
        remedy: "In a script, give -Confirm:$false, or -Force where the command has it.");
}
