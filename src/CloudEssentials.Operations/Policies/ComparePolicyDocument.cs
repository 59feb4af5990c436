using System.Runtime.CompilerServices;
using CloudEssentials.Policies.Comparison;

namespace CloudEssentials.Operations.Policies;

/// <summary>Says what one policy grants that another does not.</summary>
[Operation("Compare", "PolicyDocument")]
public sealed class ComparePolicyDocument : IOperation<ComparePolicyDocumentRequest, PolicyComparison>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<PolicyComparison> RunAsync(
        ComparePolicyDocumentRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield return PolicyComparer.Compare(host.ReadPolicy(request.ReferencePolicy), host.ReadPolicy(request.DifferencePolicy));
    }
}
