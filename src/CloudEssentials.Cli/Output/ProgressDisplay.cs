using CloudEssentials.Operations;
using Spectre.Console;

namespace CloudEssentials.Cli.Output;

/// <summary>A line a running activity, until it is disposed of.</summary>
internal sealed class ProgressDisplay : IDisposable
{
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, ProgressTask> _activities = [];
    private readonly Task _shown;
    private ProgressContext? _context;

    internal ProgressDisplay(IAnsiConsole console)
    {
        using ManualResetEventSlim started = new();
        _shown = console.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(context =>
            {
                _context = context;
                started.Set();
                return _end.Task;
            });
        started.Wait();
    }

    /// <summary>Shows where an activity stands.</summary>
    internal void Report(OperationProgress progress)
    {
        if (!_activities.TryGetValue(progress.Activity, out ProgressTask? task))
            _activities[progress.Activity] = task = _context!.AddTask(Markup.Escape(progress.Activity));
        task.Description = Markup.Escape($"{progress.Activity}: {progress.Status}");
        task.IsIndeterminate = progress.PercentComplete < 0;
        task.Value = progress.Completed ? 100 : Math.Max(0, progress.PercentComplete);
        if (progress.Completed)
            task.StopTask();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.TrySetResult();
        _shown.GetAwaiter().GetResult();
    }
}
