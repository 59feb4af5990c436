using System.Runtime.CompilerServices;
using CloudEssentials.Accounts;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Says of services what AWS does, what you do, and which commands check your part.</summary>
[Operation("Get", "SharedResponsibility")]
public sealed class GetSharedResponsibility : IOperation<GetSharedResponsibilityRequest, SharedResponsibility>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<SharedResponsibility> RunAsync(
        GetSharedResponsibilityRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        if (request.Service.Length == 0)
        {
            foreach (SharedResponsibility one in SharedResponsibilityCatalog.All)
                yield return one;
        }

        foreach (string service in request.Service)
        {
            if (Find(service, host) is { } known)
                yield return known;
        }
    }

    private static SharedResponsibility? Find(string service, IOperationHost host)
    {
        try
        {
            return SharedResponsibilityCatalog.Get(service);
        }
        catch (CloudException error) when (error.ErrorId == "ServiceUnknown")
        {
            host.WriteError(error);
            return null;
        }
    }
}
