using System.Runtime.CompilerServices;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.Accounts;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>Launches the Employee Directory application on instances that stand by themselves.</summary>
[Operation("New", "DirectoryAppInstance", Impact = ChangeImpact.Medium)]
public sealed class NewDirectoryAppInstance : IOperation<NewDirectoryAppInstanceRequest, DirectoryAppInstance>
{
    /// <summary>The most instances of a name; more belong behind a load balancer.</summary>
    private const int MaximumCount = 50;

    /// <inheritdoc/>
    public async IAsyncEnumerable<DirectoryAppInstance> RunAsync(
        NewDirectoryAppInstanceRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (request.Count is < 1 or > MaximumCount)
            throw new CloudException("CountInvalid", $"-Count {request.Count} is not a number from 1 to {MaximumCount}.", CloudErrorCategory.InvalidArgument, request.Count, "For more, New-DirectoryApp makes a group behind a load balancer.");
        if (request.PhotosBucket is { } bucket)
            BucketName.Check(bucket);
        AccountPlace place = await AccountPlace.OpenAsync(request, host, cancellationToken).ConfigureAwait(false);
        DirectoryAppSpec spec = request.ToSpec(place.Connection.Region, place.Connection.Partition, place.AccountId);
        foreach (string warning in spec.Warnings)
            host.WriteWarning(warning);

        InstanceMaker maker = new(request, spec, place, host, cancellationToken);
        foreach (DirectoryAppInstance instance in await maker.MakeAsync().ConfigureAwait(false))
            yield return instance;
    }
}
