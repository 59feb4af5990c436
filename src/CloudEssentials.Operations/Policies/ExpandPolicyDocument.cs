using System.Runtime.CompilerServices;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Generation;

namespace CloudEssentials.Operations.Policies;

/// <summary>Writes out the actions that wildcards and NotAction stand for.</summary>
[Operation("Expand", "PolicyDocument")]
public sealed class ExpandPolicyDocument : IOperation<ExpandPolicyDocumentRequest, PolicyDocument>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<PolicyDocument> RunAsync(
        ExpandPolicyDocumentRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield return PolicyExpander.Expand(host.ReadPolicy(request.PolicyDocument));
    }
}
