using System.Management.Automation;
using CloudEssentials.Operations;

namespace CloudEssentials.Module;

/// <summary>
/// A cmdlet is its parameters; the work is the operation's. This base copies the parameters into the request, runs the
/// operation, and writes each result as it comes. Ctrl+C cancels the operation.
/// </summary>
/// <typeparam name="TOperation">The operation.</typeparam>
/// <typeparam name="TRequest">Its request, whose properties have the parameters' names.</typeparam>
/// <typeparam name="TResult">What it yields.</typeparam>
public abstract class OperationCmdlet<TOperation, TRequest, TResult> : PSCmdlet, IDisposable
    where TOperation : IOperation<TRequest, TResult>, new()
    where TRequest : class, new()
{
    private static readonly TimeSpan _grace = TimeSpan.FromMilliseconds(700);

    private readonly CancellationTokenSource _stopping = new();
    private readonly List<object?> _collected = [];
    private DocumentLineJoiner? _lines;

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        RequestMap map = RequestMap.Of(GetType(), typeof(TRequest));
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
        RequestMap map = RequestMap.Of(GetType(), typeof(TRequest));
        if (map.Joined is { } joined && _lines is not null)
            RunJoined(map, joined, _lines.Flush());
        if (map.Collected is not { } collected)
            return;

        TRequest request = NewRequest(map);
        Array items = Array.CreateInstance(collected.Property.PropertyType.IsArray ? collected.Property.PropertyType.GetElementType()! : typeof(object), _collected.Count);
        for (int i = 0; i < _collected.Count; i++)
            items.SetValue(_collected[i], i);
        collected.Property.SetValue(request, items);
        Run(request);
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
        Run(NewRequest(map));
    }

    private void RunJoined(RequestMap map, RequestMap.Pair joined, string? text)
    {
        if (text is null)
            return;
        TRequest request = NewRequest(map);
        joined.Property.SetValue(request, text);
        Run(request);
    }

    private TRequest NewRequest(RequestMap map)
    {
        TRequest request = new();
        map.Fill(request, this);
        return request;
    }

    private void Run(TRequest request)
    {
        PipelinePump pump = new();
        CmdletHost host = new(this, pump, _stopping.Token);
        try
        {
            IAsyncEnumerator<TResult> results = new TOperation().RunAsync(request, host, _stopping.Token).GetAsyncEnumerator(_stopping.Token);
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

    private void WindUp(PipelinePump pump, IAsyncEnumerator<TResult> results)
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
        if (MyInvocation.ExpectingInput && RequestMap.Of(GetType(), typeof(TRequest)).Joined is not null && exception is CloudException { ErrorId: "PolicySyntaxError" or "PolicyDocumentExpected" or "PolicyFileUnreadable" })
            WriteError(error);
        else
            ThrowTerminatingError(error);
    }
}
