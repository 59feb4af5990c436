using System.Collections;
using System.Collections.Concurrent;
using System.Security;
using CloudEssentials.Operations;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Tests.Support;

/// <summary>
/// A shell of which a test decides the answers and reads the messages: <c>await new TestHost().RunAsync(new GetThing(), new GetThingRequest { ... })</c>.
/// </summary>
internal sealed class TestHost : IOperationHost
{
    private readonly ConcurrentQueue<string> _warnings = new();
    private readonly ConcurrentQueue<string> _verbose = new();
    private readonly ConcurrentQueue<OperationProgress> _progress = new();
    private readonly ConcurrentQueue<CloudException> _errors = new();
    private readonly ConcurrentQueue<(string Target, string Action)> _asked = new();
    private readonly ConcurrentQueue<(string Query, string Caption)> _questions = new();

    public CloudSession Session { get; init; } = new();

    public string CurrentFolder { get; init; } = Path.GetTempPath();

    public bool IsInteractive { get; init; }

    public bool EndsWithCommand { get; init; }

    /// <summary>The answer to ShouldProcess; false plays -WhatIf.</summary>
    public Func<string, string, bool> ShouldProcess { get; init; } = (_, _) => true;

    /// <summary>The answer to ShouldContinue.</summary>
    public Func<string, string, bool> ShouldContinue { get; init; } = (_, _) => true;

    /// <summary>What is typed where a secret is asked for; none means that nobody is there.</summary>
    public Queue<string> Secrets { get; init; } = new();

    /// <summary>What is typed, where that depends on what is asked; goes before <see cref="Secrets"/>.</summary>
    public Func<string, string>? Secret { get; init; }

    /// <summary>The variables of the shell.</summary>
    public Dictionary<string, object?> Variables { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> Warnings => [.. _warnings];

    public IReadOnlyList<string> Verbose => [.. _verbose];

    public IReadOnlyList<OperationProgress> Progress => [.. _progress];

    /// <summary>The non-terminating errors.</summary>
    public IReadOnlyList<CloudException> Errors => [.. _errors];

    /// <summary>What ShouldProcess was asked.</summary>
    public IReadOnlyList<(string Target, string Action)> Asked => [.. _asked];

    /// <summary>What ShouldContinue was asked.</summary>
    public IReadOnlyList<(string Query, string Caption)> Questions => [.. _questions];

    /// <summary>Runs an operation to its end.</summary>
    public async Task<List<TResult>> RunAsync<TRequest, TResult>(
        IOperation<TRequest, TResult> operation,
        TRequest request,
        CancellationToken cancellationToken = default)
    {
        List<TResult> results = [];
        await foreach (TResult result in operation.RunAsync(request, this, cancellationToken).WithCancellation(cancellationToken))
            results.Add(result);
        return results;
    }

    public void WriteWarning(string message) => _warnings.Enqueue(message);

    public void WriteVerbose(string message) => _verbose.Enqueue(message);

    public void WriteProgress(OperationProgress progress) => _progress.Enqueue(progress);

    public void WriteError(CloudException error) => _errors.Enqueue(error);

    public ValueTask<bool> ShouldProcessAsync(string target, string action)
    {
        _asked.Enqueue((target, action));
        return ValueTask.FromResult(ShouldProcess(target, action));
    }

    public ValueTask<bool> ShouldContinueAsync(string query, string caption)
    {
        _questions.Enqueue((query, caption));
        return ValueTask.FromResult(ShouldContinue(query, caption));
    }

    public ValueTask<SecureString> ReadSecretAsync(string prompt)
    {
        string? typed = Secret?.Invoke(prompt);
        if (typed is null && !Secrets.TryDequeue(out typed))
            throw new CloudException("InteractionRequired", $"{prompt}: nobody is there to answer.", CloudErrorCategory.InvalidOperation);
        SecureString secret = new();
        foreach (char character in typed)
            secret.AppendChar(character);
        secret.MakeReadOnly();
        return ValueTask.FromResult(secret);
    }

    public object? GetVariable(string name) => Variables.GetValueOrDefault(name);

    public object? GetProperty(object item, string name)
    {
        if (item is IDictionary dictionary)
        {
            return dictionary.Cast<DictionaryEntry>()
                .FirstOrDefault(entry => entry.Key is string key && key.Equals(name, StringComparison.OrdinalIgnoreCase))
                .Value;
        }

        return item.GetType().GetProperties()
            .FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && property.GetIndexParameters().Length == 0)?
            .GetValue(item);
    }

    public object? Unwrap(object item) => item;

    public IReadOnlyList<string> ResolvePath(string path)
    {
        string full = Path.GetFullPath(path, CurrentFolder);
        if (full.IndexOfAny(['*', '?']) < 0)
            return [full];
        string folder = Path.GetDirectoryName(full)!;
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, Path.GetFileName(full)).Order(StringComparer.Ordinal)] : [];
    }
}
