using CloudEssentials.Accounts;
using CloudEssentials.Cli.Binding;
using CloudEssentials.Cli.Output;
using CloudEssentials.Cli.Parsing;
using CloudEssentials.Operations;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Cli.Running;

/// <summary>Runs one command: binds its inputs, writes its results, and says how it ended.</summary>
internal sealed class CommandRunner(Terminal terminal, MessageWriter messages, CloudSession session)
{
    private static readonly TimeSpan _silence = TimeSpan.FromSeconds(10);

    private bool _foundSomething;

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    internal async Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        RequestBinder binder = ReadArguments(call);
        bool piped = terminal.HasPipedInput && binder.TakesPipeline;
        binder.Check(piped);

        bool force = call.Arguments.TryGetValue("Force", out IReadOnlyList<string>? value) && value is ["true"];
        ConsoleHost host = new(terminal, messages, call, session, force);
        using TableResultWriter table = new(terminal, messages.EndProgress);
        IResultWriter writer = WriterFor(call.Format, table);
        try
        {
            await foreach (object request in Requests(call, binder, piped, host, cancellationToken))
                await RunOneAsync(call, request, host, writer, cancellationToken);
        }
        finally
        {
            messages.EndProgress();
            writer.Complete();
        }

        if (host.Errors > 0)
            return ExitCode.Error;
        return _foundSomething ? ExitCode.Finding : ExitCode.Success;
    }

    private async Task RunOneAsync(CommandCall call, object request, ConsoleHost host, IResultWriter writer, CancellationToken cancellationToken)
    {
        await foreach (object? result in call.Operation.RunAsync(request, host, cancellationToken))
        {
            if (result is null)
                continue;
            // A check that answers yes or no found something where it says no; one that tells of what is in order too says which is which.
            _foundSomething |= call.Operation.Declaration.ResultIsFinding && result is not true && (result as IFinding)?.IsProblem() != false;
            writer.Write(result);
        }
    }

    private static RequestBinder ReadArguments(CommandCall call)
    {
        try
        {
            return new(call);
        }
        catch (CloudException exception) when (exception.ErrorId == "ParameterArgumentTransformationError")
        {
            throw new UsageException(exception.ErrorId, exception.Message, exception.Remedy);
        }
    }

    private async IAsyncEnumerable<object> Requests(
        CommandCall call,
        RequestBinder binder,
        bool piped,
        ConsoleHost host,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!piped)
        {
            yield return binder.Bind();
            yield break;
        }

        List<PipelineItem> collected = [];
        bool empty = true;
        await foreach (PipelineItem item in ItemsAsync(cancellationToken))
        {
            empty = false;
            if (binder.Collected is not null)
                collected.Add(item);
            else if (TryBind(binder, item, host) is { } request)
                yield return request;
        }

        if (binder.Collected is { } input && (!empty || binder.NeedsPipeline))
            yield return binder.Bind(input, collected);
        else if (empty && MayRunWithoutInput(call, binder))
            yield return binder.Bind();
    }

    private static object? TryBind(RequestBinder binder, PipelineItem item, ConsoleHost host)
    {
        try
        {
            return binder.Bind(item);
        }
        catch (CloudException exception)
        {
            host.WriteError(exception);
            return null;
        }
    }

    private bool MayRunWithoutInput(CommandCall call, RequestBinder binder)
    {
        if (binder.NeedsPipeline)
            return false;
        bool reads = call.Operation.Declaration.Impact == ChangeImpact.None;
        messages.Warning(reads ? "Standard input was empty; the command ran without it." : "Standard input was empty; nothing was done.");
        return reads;
    }

    private async IAsyncEnumerable<PipelineItem> ItemsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using Timer note = new(_ => messages.Warning("Waiting for objects on standard input; end it with </dev/null to run without."), null, _silence, Timeout.InfiniteTimeSpan);
        await foreach (PipelineItem item in PipelineItem.ReadAsync(terminal.In, cancellationToken))
        {
            note.Change(Timeout.Infinite, Timeout.Infinite);
            yield return item;
        }
    }

    private IResultWriter WriterFor(OutputFormat? format, TableResultWriter table) =>
        (format ?? (terminal.ShowsOutput ? OutputFormat.Table : OutputFormat.Json)) switch
        {
            OutputFormat.Table => table,
            OutputFormat.List => new ListResultWriter(terminal.Out),
            OutputFormat.Csv => new CsvResultWriter(terminal.Out),
            _ => new JsonResultWriter(terminal.Out),
        };
}
