using CloudEssentials.Aws.DirectoryApp;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>Follows the steps of a run: shows them, and knows what was done and what was under way when it stopped.</summary>
internal sealed class AppProgress(IOperationHost host, string activity, int count) : IProgress<AppStep>
{
    private readonly object _lock = new();
    private readonly List<AppStep> _done = [];
    private readonly List<AppStep> _underWay = [];
    private int _ended;

    /// <summary>What was done, in words.</summary>
    internal IReadOnlyList<string> Done => Words(_done);

    /// <summary>What was begun and did not come to its end.</summary>
    internal IReadOnlyList<string> UnderWay => Words(_underWay);

    /// <inheritdoc/>
    public void Report(AppStep value)
    {
        lock (_lock)
        {
            _underWay.RemoveAll(step => step.LogicalId == value.LogicalId);
            if (!value.IsDone)
                _underWay.Add(value);
            else if (value.Action != PlanAction.Keep)
                _done.Add(value);
            _ended += value.IsDone ? 1 : 0;
            string status = _underWay.Count == 0 ? $"{_ended} of {count}" : $"{_ended} of {count}: {_underWay[^1].Action} {_underWay[^1].Name}";
            host.WriteProgress(new(activity, status, count == 0 ? -1 : Math.Min(100, 100 * _ended / count)));
        }

        if (value is { IsDone: true, Action: not PlanAction.Keep })
            host.WriteVerbose($"{value.Action}: {value.Type} {value.Name}{(value.Id is { } id && id != value.Name ? $" ({id})" : "")}");
    }

    /// <summary>Takes the display away.</summary>
    internal void End() => host.WriteProgress(new(activity, "done", 100, Completed: true));

    private List<string> Words(List<AppStep> steps)
    {
        lock (_lock)
            return [.. steps.Select(step => $"{step.Action}: {step.Type} {step.Name}")];
    }
}
