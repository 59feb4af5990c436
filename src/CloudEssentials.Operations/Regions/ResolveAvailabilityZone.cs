using System.Runtime.CompilerServices;
using CloudEssentials.Regions;

namespace CloudEssentials.Operations.Regions;

/// <summary>Says of which Region and kind a zone is, and what its id is, from the catalogue.</summary>
[Operation("Resolve", "AvailabilityZone")]
public sealed class ResolveAvailabilityZone : IOperation<ResolveAvailabilityZoneRequest, ResolvedZone>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<ResolvedZone> RunAsync(
        ResolveAvailabilityZoneRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (string text in request.AvailabilityZone)
        {
            if (Resolve(text, host) is { } zone)
                yield return zone;
        }
    }

    private static ResolvedZone? Resolve(string text, IOperationHost host)
    {
        try
        {
            return ZoneResolver.Default.Resolve(text);
        }
        catch (CloudException error)
        {
            host.WriteError(error);
            return null;
        }
    }
}
