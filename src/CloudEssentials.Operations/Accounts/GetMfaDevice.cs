using System.Runtime.CompilerServices;
using CloudEssentials.Accounts;
using CloudEssentials.Aws.Accounts;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Lists MFA devices with their kind, as their serial number tells it.</summary>
[Operation("Get", "MfaDevice")]
public sealed class GetMfaDevice : IOperation<GetMfaDeviceRequest, MfaDevice>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<MfaDevice> RunAsync(
        GetMfaDeviceRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AccountPlace place = await AccountPlace.OpenAsync(request, host, cancellationToken).ConfigureAwait(false);
        MfaDeviceGateway gateway = new(place.Connection);
        IAsyncEnumerable<MfaDevice> devices = request.UserName.Length > 0
            ? OfUsersAsync(request.UserName, gateway, host, cancellationToken)
            : OfAccountAsync(gateway, host, cancellationToken);
        await foreach (MfaDevice device in devices.ConfigureAwait(false))
            yield return place.Sign(device);
    }

    private static async IAsyncEnumerable<MfaDevice> OfUsersAsync(
        string[] names,
        MfaDeviceGateway gateway,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (string name in names)
        {
            IReadOnlyList<MfaDevice> devices = [];
            try
            {
                devices = await gateway.ReadUserAsync(name, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                host.WriteError(OfUser(name, exception));
            }

            foreach (MfaDevice device in devices)
                yield return device;
        }
    }

    // The list of virtual devices alone knows the root user's and those that nobody has; the users' own lists know passkeys and tokens.
    private static async IAsyncEnumerable<MfaDevice> OfAccountAsync(
        MfaDeviceGateway gateway,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<MfaDevice> free = [];
        await foreach (MfaDevice device in gateway.ReadVirtualAsync(cancellationToken).ConfigureAwait(false))
        {
            if (device.UserName == MfaDeviceGateway.RootName)
                yield return device;
            else if (!device.IsAssigned)
                free.Add(device);
        }

        await foreach (MfaDevice device in gateway.ReadUsersAsync((name, exception) => host.WriteError(OfUser(name, exception)), cancellationToken).ConfigureAwait(false))
            yield return device;
        foreach (MfaDevice device in free)
            yield return device;
    }

    private static CloudException OfUser(string name, Exception exception)
    {
        CloudException error = CloudErrors.From(exception);
        return new(error.ErrorId, $"{name}: {error.Message}", error.Category, name, error.Remedy, exception);
    }
}
