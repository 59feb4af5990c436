using System.Runtime.CompilerServices;
using CloudEssentials.Regions;

namespace CloudEssentials.Operations.Regions;

/// <summary>Says whether a workload survives the loss of any one zone.</summary>
[Operation("Test", "ZoneResilience")]
public sealed class TestZoneResilience : IOperation<TestZoneResilienceRequest, ZoneResilience>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<ZoneResilience> RunAsync(
        TestZoneResilienceRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        if (request.MinimumRemaining < 1)
            throw new CloudException("MinimumInvalid", $"-MinimumRemaining {request.MinimumRemaining}: at least one item must remain.", CloudErrorCategory.InvalidArgument, request.MinimumRemaining);
        ZoneReader reader = new(host);
        foreach (object item in request.InputObject)
            reader.Add(item);
        if (reader.Idle > 0)
            host.WriteVerbose($"{reader.Idle} of the items are stopped or terminated and do not count.");
        if (reader.Zones.Count == 0 && request.InputObject.Length > 0)
            throw new CloudException("NoZones", $"None of the {request.InputObject.Length} items is at work in a zone.", CloudErrorCategory.InvalidData, remedy: "Give objects with an AvailabilityZone that are not stopped, or names of zones.");
        yield return ZoneResilienceTest.Judge(reader.Zones, request.MinimumRemaining);
    }
}
