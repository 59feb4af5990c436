using CloudEssentials.Policies;

namespace CloudEssentials.Accounts;

/// <summary>A job that people do in an account, and what it needs. Each is a file in <c>data/job-functions</c>.</summary>
/// <param name="Name">The job's name.</param>
/// <param name="Summary">What one may do by it, in a sentence.</param>
/// <param name="GroupName">The name of its group, where none is given.</param>
/// <param name="ManagedPolicy">AWS's managed policies that it needs, as they stand after <c>policy/</c> in the ARN.</param>
/// <param name="Task">The tasks of <c>data/tasks</c> that it needs besides.</param>
public sealed record JobFunction(string Name, string Summary, string GroupName, IReadOnlyList<string> ManagedPolicy, IReadOnlyList<string> Task)
{
    /// <summary>The policies of its tasks, by task.</summary>
    /// <returns>The policies, each small enough to stand in a group.</returns>
    /// <exception cref="CloudException">A task is not there or asks for what is not given.</exception>
    public IReadOnlyList<KeyValuePair<string, PolicyDocument>> InlinePolicies() =>
        [.. Task.Select(name => KeyValuePair.Create(name, TaskPolicies.Make(name)))];
}
