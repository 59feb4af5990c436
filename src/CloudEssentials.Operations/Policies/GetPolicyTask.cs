using System.IO.Enumeration;
using System.Runtime.CompilerServices;
using CloudEssentials.Policies.Generation;

namespace CloudEssentials.Operations.Policies;

/// <summary>Lists the built-in jobs for which <c>New-LeastPrivilegePolicy -Task</c> knows the policy.</summary>
[Operation("Get", "PolicyTask")]
public sealed class GetPolicyTask : IOperation<GetPolicyTaskRequest, PolicyTask>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<PolicyTask> RunAsync(
        GetPolicyTaskRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (string pattern in request.Name.Where(name => name.IndexOfAny(['*', '?']) < 0))
            _ = PolicyTaskCatalog.Get(pattern);
        foreach (string name in PolicyTaskCatalog.Names.Where(name => request.Name.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name))))
            yield return PolicyTaskCatalog.Get(name);
    }
}
