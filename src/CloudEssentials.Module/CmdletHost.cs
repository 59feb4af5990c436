using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using System.Security;
using CloudEssentials.Operations;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Module;

/// <summary>PowerShell as an operation sees it.</summary>
internal sealed class CmdletHost(PSCmdlet cmdlet, PipelinePump pump, CancellationToken stopping) : IOperationHost
{
    private static readonly ConditionalWeakTable<Runspace, CloudSession> _sessions = [];

    /// <inheritdoc/>
    public CloudSession Session { get; } = SessionOf(Runspace.DefaultRunspace);

    /// <inheritdoc/>
    public string CurrentFolder { get; } = cmdlet.SessionState.Path.CurrentFileSystemLocation.ProviderPath;

    /// <inheritdoc/>
    public bool IsInteractive => Environment.UserInteractive && !Console.IsInputRedirected;

    /// <inheritdoc/>
    public void WriteWarning(string message) => pump.Post(() => cmdlet.WriteWarning(message));

    /// <inheritdoc/>
    public void WriteVerbose(string message) => pump.Post(() => cmdlet.WriteVerbose(message));

    /// <inheritdoc/>
    public void WriteProgress(OperationProgress progress) => pump.Post(() => cmdlet.WriteProgress(ToRecord(progress)));

    /// <inheritdoc/>
    public void WriteError(CloudException error) => pump.Post(() => cmdlet.WriteError(ErrorRecords.From(error)));

    /// <inheritdoc/>
    public void WriteLastWord(string message) => pump.Post(() => cmdlet.Host.UI.WriteWarningLine(message));

    /// <inheritdoc/>
    public ValueTask<bool> ShouldProcessAsync(string target, string action) =>
        pump.AskAsync(() => IsForced() || cmdlet.ShouldProcess(target, action), stopping);

    /// <inheritdoc/>
    public ValueTask<bool> ShouldContinueAsync(string query, string caption) =>
        pump.AskAsync(() => cmdlet.ShouldContinue(query, caption), stopping);

    /// <inheritdoc/>
    public ValueTask<SecureString> ReadSecretAsync(string prompt)
    {
        if (!IsInteractive)
            throw new CloudException("InteractionRequired", $"{prompt}: nobody is there to answer.", CloudErrorCategory.InvalidOperation);

        return pump.AskAsync(
            () =>
            {
                cmdlet.Host.UI.Write($"{prompt}: ");
                return cmdlet.Host.UI.ReadLineAsSecureString();
            },
            stopping);
    }

    /// <inheritdoc/>
    public object? GetVariable(string name) => Unwrap(Ask(() => cmdlet.SessionState.PSVariable.GetValue(name)));

    /// <inheritdoc/>
    public object? GetProperty(object item, string name)
    {
        if (Unwrap(item) is IDictionary dictionary)
        {
            foreach (DictionaryEntry entry in dictionary)
            {
                if (entry.Key is string key && key.Equals(name, StringComparison.OrdinalIgnoreCase))
                    return Unwrap(entry.Value);
            }
        }

        // A property may be a script that needs the runspace's own thread.
        return Unwrap(Ask(() => PSObject.AsPSObject(item).Properties[name]?.Value));
    }

    /// <inheritdoc/>
    object? IOperationHost.Unwrap(object item) =>
        item is PSObject { BaseObject: PSCustomObject } custom ? Ask(() => ToDictionary(custom)) : Unwrap(item);

    /// <inheritdoc/>
    public IReadOnlyList<string> ResolvePath(string path)
    {
        try
        {
            return Ask(() => Resolve(path))!;
        }
        catch (Exception exception) when (exception is RuntimeException or ArgumentException or NotSupportedException)
        {
            throw new CloudException("PathInvalid", $"'{path}' is not a path of a file: {exception.Message}", CloudErrorCategory.InvalidArgument, path, innerException: exception);
        }
    }

    /// <summary>The object that PowerShell wrapped, or the wrapper itself where it holds the properties.</summary>
    internal static object? Unwrap(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapper ? wrapper.BaseObject : value;

    /// <summary>The session of a runspace, made at its first use.</summary>
    internal static CloudSession SessionOf(Runspace? runspace) => runspace is null ? new() : _sessions.GetOrCreateValue(runspace);

    private static OrderedDictionary ToDictionary(PSObject custom)
    {
        OrderedDictionary dictionary = [];
        foreach (PSPropertyInfo property in custom.Properties)
            dictionary[property.Name] = property.Value;
        return dictionary;
    }

    // Caught where it is thrown: an error that leaves a question asked from another thread ends the command.
    private string[] Resolve(string path)
    {
        // A file may have brackets in its name, which PowerShell would read as a wildcard.
        string literal = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);
        if (File.Exists(literal))
            return [literal];
        try
        {
            return [.. cmdlet.GetResolvedProviderPathFromPSPath(path, out _)];
        }
        catch (ItemNotFoundException)
        {
            return [literal];
        }
    }

    private T? Ask<T>(Func<T> question) => pump.AskAsync(question, stopping).AsTask().GetAwaiter().GetResult();

    // -Force asks nothing, unless -Confirm asks for the question, and never makes -WhatIf a change.
    private bool IsForced()
    {
        Dictionary<string, object> bound = cmdlet.MyInvocation.BoundParameters;
        return bound.TryGetValue("Force", out object? force) && force is SwitchParameter { IsPresent: true }
            && !bound.ContainsKey("Confirm") && !bound.ContainsKey("WhatIf")
            && !LanguagePrimitives.IsTrue(cmdlet.SessionState.PSVariable.GetValue("WhatIfPreference"));
    }

    private static ProgressRecord ToRecord(OperationProgress progress) =>
        new(progress.Activity.GetHashCode(StringComparison.Ordinal) & 0xFFFF, progress.Activity, progress.Status)
        {
            PercentComplete = progress.PercentComplete,
            RecordType = progress.Completed ? ProgressRecordType.Completed : ProgressRecordType.Processing,
        };
}
