using CloudEssentials.Accounts;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Lists what only the root user can do, and what does it in its stead.</summary>
[Operation("Get", "RootUserTask")]
public sealed class GetRootUserTask : IOperation<GetRootUserTaskRequest, RootUserTask>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<RootUserTask> RunAsync(
        GetRootUserTaskRequest request,
        IOperationHost host,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (RootUserTask task in RootUserTask.All)
        {
            if (NamePattern.Matches(request.Name, task.Area) || NamePattern.Matches(request.Name?.Select(name => $"*{name}*"), task.Task))
                yield return task;
        }
    }
}
