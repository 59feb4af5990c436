using System.Management.Automation;
using CloudEssentials.Operations;

namespace CloudEssentials.Module;

/// <summary>
/// A cmdlet is its parameters; the work is the operation's: the class of the same name, without <c>Command</c>, in the room
/// of the same name (see <see cref="RequestMap"/>). This base copies the parameters into the request, runs the operation,
/// and writes each result as it comes. Ctrl+C cancels the operation.
/// </summary>
public abstract class OperationCmdlet : PSCmdlet, IDisposable
{
    private static readonly TimeSpan _grace = TimeSpan.FromMilliseconds(700);

    private readonly CancellationTokenSource _stopping = new();
    private readonly List<object?> _collected = [];
    private DocumentLineJoiner? _lines;

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        RequestMap map = RequestMap.Of(GetType());
        if (map.Collected is { } collected)
            Collect(collected.Parameter.GetValue(this));
        else if (map.Joined is { } joined && MyInvocation.ExpectingInput && CmdletHost.Unwrap(joined.Parameter.GetValue(this)) is string line)
            RunJoined(map, joined, (_lines ??= new()).Add(line));
        else
            RunAfterLines(map);
    }

    /// <inheritdoc/>
    protected sealed override void EndProcessing()
    {
        RequestMap map = RequestMap.Of(GetType());
        if (map.Joined is { } joined && _lines is not null)
            RunJoined(map, joined, _lines.Flush());
        if (map.Collected is not { } collected)
            return;

        object request = map.NewRequest(this);
        Array items = Array.CreateInstance(collected.Property.PropertyType.IsArray ? collected.Property.PropertyType.GetElementType()! : typeof(object), _collected.Count);
        for (int i = 0; i < _collected.Count; i++)
            items.SetValue(_collected[i], i);
        collected.Property.SetValue(request, items);
        Run(map, request);
    }

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => _stopping.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Collect(object? value)
    {
        if (value is object?[] items)
            _collected.AddRange(items.Select(CmdletHost.Unwrap));
        else if (value is not null)
            _collected.Add(CmdletHost.Unwrap(value));
    }

    private void RunAfterLines(RequestMap map)
    {
        // Lines that came before an object of another kind are a document of their own.
        if (map.Joined is { } joined && _lines is not null)
            RunJoined(map, joined, _lines.Flush());
        Run(map, map.NewRequest(this));
    }

    private void RunJoined(RequestMap map, RequestMap.Pair joined, string? text)
    {
        if (text is null)
            return;
        object request = map.NewRequest(this);
        joined.Property.SetValue(request, text);
        Run(map, request);
    }

    private void Run(RequestMap map, object request)
    {
        PipelinePump pump = new();
        CmdletHost host = new(this, pump, _stopping.Token);
        try
        {
            IAsyncEnumerator<object?> results = map.Operation.RunAsync(request, host, _stopping.Token).GetAsyncEnumerator(_stopping.Token);
            try
            {
                while (Wait(pump, results.MoveNextAsync()))
                    WriteObject(results.Current);
            }
            finally
            {
                WindUp(pump, results);
            }
        }
        catch (Exception exception) when (exception is not PipelineStoppedException)
        {
            Fail(exception);
        }
        finally
        {
            pump.Close();
        }
    }

    private bool Wait(PipelinePump pump, ValueTask<bool> step)
    {
        if (step.IsCompleted)
            return step.GetAwaiter().GetResult();

        Task<bool> task = step.AsTask();
        if (!pump.WaitFor(task, _grace, _stopping.Token))
            throw new PipelineStoppedException();
        return task.GetAwaiter().GetResult();
    }

    private void WindUp(PipelinePump pump, IAsyncEnumerator<object?> results)
    {
        // A step still under way cannot be disposed of; it has been cancelled and ends by itself.
        try
        {
            ValueTask end = results.DisposeAsync();
            if (!end.IsCompletedSuccessfully)
                pump.WaitFor(end.AsTask(), _grace, _stopping.Token);
        }
        catch (NotSupportedException)
        {
        }
    }

    private void Fail(Exception exception)
    {
        if (_stopping.IsCancellationRequested)
            throw new PipelineStoppedException();
        ErrorRecord error = exception is RuntimeException runtime and not CmdletInvocationException
            ? runtime.ErrorRecord
            : ErrorRecords.From(CloudErrors.From(exception));
        // Of many documents in a pipeline one that cannot be read is no reason to leave the others.
        if (MyInvocation.ExpectingInput && RequestMap.Of(GetType()).Joined is not null && exception is CloudException { ErrorId: "PolicySyntaxError" or "PolicyDocumentExpected" or "PolicyFileUnreadable" })
            WriteError(error);
        else
            ThrowTerminatingError(error);
    }
}
