using System.Runtime.CompilerServices;
using CloudEssentials.Aws.Connections;

namespace CloudEssentials.Operations.Connections;

/// <summary>Asks AWS who one is, with the session's connection or the credentials that would be used.</summary>
[Operation("Get", "CloudAccount")]
public sealed class GetCloudAccount : IOperation<GetCloudAccountRequest, CloudAccount>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<CloudAccount> RunAsync(
        GetCloudAccountRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AwsConnection connection = await host.ConnectAsync(request, request.Region, role: null, cancellationToken).ConfigureAwait(false);
        yield return await AccountReader.ReadAsync(connection, host, cancellationToken).ConfigureAwait(false);
    }
}
