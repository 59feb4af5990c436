using System.Runtime.CompilerServices;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>Shows what <c>New-DirectoryApp</c> would do; changes nothing.</summary>
[Operation("Get", "DirectoryAppPlan")]
public sealed class GetDirectoryAppPlan : IOperation<GetDirectoryAppPlanRequest, PlannedResource>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<PlannedResource> RunAsync(
        GetDirectoryAppPlanRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        DirectoryAppPlace place = await DirectoryAppPlace.OpenAsync(request, host, cancellationToken).ConfigureAwait(false);
        foreach (PlannedResource resource in (await place.PlanAsync(host, cancellationToken).ConfigureAwait(false)).Plan.Resources)
            yield return resource;
    }
}
