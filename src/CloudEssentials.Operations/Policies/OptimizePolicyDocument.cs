using System.Runtime.CompilerServices;
using CloudEssentials.Catalog;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Generation;

namespace CloudEssentials.Operations.Policies;

/// <summary>Says the same permissions in fewer characters, once it is proved that they are the same.</summary>
[Operation("Optimize", "PolicyDocument")]
public sealed class OptimizePolicyDocument : IOperation<OptimizePolicyDocumentRequest, PolicyDocument>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<PolicyDocument> RunAsync(
        OptimizePolicyDocumentRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        OptimizedPolicy optimized = PolicyOptimizer.Optimize(host.ReadPolicy(request.PolicyDocument), request.UseWildcard, request.PolicyType);
        if (!optimized.Proof.Equivalent)
            host.WriteWarning($"The policy is returned as it was, for a shorter one could not be proved to grant the same: {optimized.Proof.UnprovedReason ?? "it did not"}");
        else
            host.WriteVerbose($"{optimized.OriginalSize} characters became {optimized.Size}, proved equal by {optimized.Proof.Basis}.");
        if (request.UseWildcard && optimized.Size < optimized.OriginalSize)
            host.WriteVerbose($"Its wildcards match no unwanted action as of {ActionCatalog.Default.Date:yyyy-MM-dd}; they would match what AWS adds later.");
        yield return optimized.Document;
    }
}
