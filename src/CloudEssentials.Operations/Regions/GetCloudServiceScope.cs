using System.Runtime.CompilerServices;
using CloudEssentials.Regions;

namespace CloudEssentials.Operations.Regions;

/// <summary>Says whether a service's resources live in a zone, a Region or globally, and what that asks of the customer.</summary>
[Operation("Get", "CloudServiceScope")]
public sealed class GetCloudServiceScope : IOperation<GetCloudServiceScopeRequest, CloudServiceScope>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<CloudServiceScope> RunAsync(
        GetCloudServiceScopeRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        RegionalServiceCatalog catalog = RegionalServiceCatalog.Default;
        foreach (string name in request.Service is { Length: > 0 } given ? given : ["*"])
        {
            foreach (RegionalService service in Find(catalog, name, host))
                yield return CloudServiceScope.Of(service, catalog.Date);
        }
    }

    private static IEnumerable<RegionalService> Find(RegionalServiceCatalog catalog, string name, IOperationHost host)
    {
        RegionPattern pattern = new([name]);
        if (!pattern.IsLiteral)
            return catalog.Services.Where(service => pattern.Includes(service.Code));
        try
        {
            return [catalog.Get(name.Trim())];
        }
        catch (CloudException error)
        {
            host.WriteError(error);
            return [];
        }
    }
}
