namespace CloudEssentials.Module;

/// <summary>
/// Keeps what must happen on PowerShell's own thread there. Asynchronous work runs elsewhere; its messages and
/// questions queue here and are served by the pipeline's thread while it waits for the next result.
/// </summary>
internal sealed class PipelinePump
{
    private readonly Queue<Action> _queue = new();
    private readonly int _pipelineThread = Environment.CurrentManagedThreadId;
    private bool _closed;

    /// <summary>Runs an action on the pipeline's thread, without waiting for it where that is another thread.</summary>
    internal void Post(Action action)
    {
        if (Environment.CurrentManagedThreadId == _pipelineThread)
        {
            action();
            return;
        }

        lock (_queue)
        {
            if (_closed)
                return;
            _queue.Enqueue(action);
            Monitor.Pulse(_queue);
        }
    }

    /// <summary>Runs a function on the pipeline's thread and gives its answer.</summary>
    internal ValueTask<T> AskAsync<T>(Func<T> question, CancellationToken cancellationToken)
    {
        if (Environment.CurrentManagedThreadId == _pipelineThread)
            return ValueTask.FromResult(question());

        TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        CancellationTokenRegistration registration = cancellationToken.Register(() => answer.TrySetCanceled(cancellationToken));
        Post(() =>
        {
            using (registration)
            {
                try
                {
                    answer.TrySetResult(question());
                }
                catch (Exception exception)
                {
                    answer.TrySetException(exception);
                    throw;
                }
            }
        });
        return new(answer.Task);
    }

    /// <summary>
    /// Waits for a task on the pipeline's thread and serves the queue meanwhile. Once cancelled, it waits a
    /// <paramref name="grace"/> for the task to wind up, and no longer.
    /// </summary>
    /// <returns>True if the task has ended; false if it was given up.</returns>
    internal bool WaitFor(Task task, TimeSpan grace, CancellationToken cancellationToken)
    {
        _ = task.ContinueWith(static (_, state) => ((PipelinePump)state!).Wake(), this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        using CancellationTokenRegistration registration = cancellationToken.Register(Wake);
        DateTime? givenUp = null;
        while (true)
        {
            Action? action = null;
            lock (_queue)
            {
                if (_queue.Count == 0)
                {
                    if (task.IsCompleted)
                        return true;
                    if (cancellationToken.IsCancellationRequested)
                    {
                        givenUp ??= DateTime.UtcNow + grace;
                        TimeSpan left = givenUp.Value - DateTime.UtcNow;
                        if (left <= TimeSpan.Zero)
                            return false;
                        Monitor.Wait(_queue, left);
                    }
                    else
                    {
                        Monitor.Wait(_queue);
                    }
                }

                if (_queue.Count > 0)
                    action = _queue.Dequeue();
            }

            action?.Invoke();
        }
    }

    /// <summary>Takes no more actions; what still comes is dropped.</summary>
    internal void Close()
    {
        lock (_queue)
        {
            _closed = true;
            _queue.Clear();
        }
    }

    private void Wake()
    {
        lock (_queue)
            Monitor.Pulse(_queue);
    }
}
