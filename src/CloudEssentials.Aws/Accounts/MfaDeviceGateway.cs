using System.Runtime.CompilerServices;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using CloudEssentials.Aws.Connections;

namespace CloudEssentials.Aws.Accounts;

/// <summary>The MFA devices of an account.</summary>
/// <param name="connection">The account.</param>
public sealed class MfaDeviceGateway(AwsConnection connection)
{
    private const int _atOnce = 8;

    /// <summary>The name by which the credential report calls the root user.</summary>
    public const string RootName = "<root_account>";

    private readonly AmazonIdentityManagementServiceClient _client = connection.Iam();

    /// <summary>The devices of one user.</summary>
    /// <param name="userName">The user's name.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public async Task<IReadOnlyList<CloudEssentials.Accounts.MfaDevice>> ReadUserAsync(string userName, CancellationToken cancellationToken)
    {
        List<CloudEssentials.Accounts.MfaDevice> devices = [];
        await foreach (MFADevice device in _client.Paginators.ListMFADevices(new() { UserName = userName }).MFADevices.WithCancellation(cancellationToken).ConfigureAwait(false))
            devices.Add(new() { UserName = device.UserName ?? userName, SerialNumber = device.SerialNumber, EnableDate = Utc(device.EnableDate) });
        return devices;
    }

    /// <summary>All virtual devices: the root user's, those that nobody has, and those of users.</summary>
    /// <param name="cancellationToken">Stops asking.</param>
    public async IAsyncEnumerable<CloudEssentials.Accounts.MfaDevice> ReadVirtualAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (VirtualMFADevice device in _client.Paginators.ListVirtualMFADevices(new()).VirtualMFADevices.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return new()
            {
                UserName = device.User?.Arn is { } arn && arn.EndsWith(":root", StringComparison.Ordinal) ? RootName : device.User?.UserName,
                SerialNumber = device.SerialNumber,
                EnableDate = Utc(device.EnableDate),
            };
        }
    }

    /// <summary>The devices of all users, several users at once, in the order of their names.</summary>
    /// <param name="failed">Takes what went wrong for one user.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public async IAsyncEnumerable<CloudEssentials.Accounts.MfaDevice> ReadUsersAsync(Action<string, Exception> failed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(failed);
        List<string> names = [];
        await foreach (User user in _client.Paginators.ListUsers(new()).Users.WithCancellation(cancellationToken).ConfigureAwait(false))
            names.Add(user.UserName);
        foreach (string[] some in names.Order(StringComparer.OrdinalIgnoreCase).Chunk(_atOnce))
        {
            foreach (IReadOnlyList<CloudEssentials.Accounts.MfaDevice> devices in await Task.WhenAll(some.Select(name => TryReadUserAsync(name, failed, cancellationToken))).ConfigureAwait(false))
            {
                foreach (CloudEssentials.Accounts.MfaDevice device in devices)
                    yield return device;
            }
        }
    }

    /// <summary>Finds a virtual device by its name.</summary>
    /// <param name="serialNumber">Its ARN.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>The device, or null.</returns>
    public async Task<CloudEssentials.Accounts.MfaDevice?> FindVirtualAsync(string serialNumber, CancellationToken cancellationToken)
    {
        await foreach (CloudEssentials.Accounts.MfaDevice device in ReadVirtualAsync(cancellationToken).ConfigureAwait(false))
        {
            if (device.SerialNumber == serialNumber)
                return device;
        }

        return null;
    }

    /// <summary>Makes a virtual device.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>Its ARN, and the seed that an app needs, in Base32.</returns>
    public async Task<(string SerialNumber, string Seed)> CreateVirtualAsync(string name, CancellationToken cancellationToken)
    {
        VirtualMFADevice device = (await _client.CreateVirtualMFADeviceAsync(new() { VirtualMFADeviceName = name }, cancellationToken).ConfigureAwait(false)).VirtualMFADevice;
        using StreamReader seed = new(device.Base32StringSeed);
        return (device.SerialNumber, await seed.ReadToEndAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Removes a virtual device that nobody has.</summary>
    /// <param name="serialNumber">Its ARN.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public Task DeleteVirtualAsync(string serialNumber, CancellationToken cancellationToken) =>
        _client.DeleteVirtualMFADeviceAsync(new() { SerialNumber = serialNumber }, cancellationToken);

    /// <summary>Gives a device to a user, who shows by two codes in a row that they have it.</summary>
    /// <param name="userName">The user's name.</param>
    /// <param name="serialNumber">The device's ARN.</param>
    /// <param name="first">A code.</param>
    /// <param name="second">The code after it.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public Task EnableAsync(string userName, string serialNumber, string first, string second, CancellationToken cancellationToken) =>
        _client.EnableMFADeviceAsync(
            new() { UserName = userName, SerialNumber = serialNumber, AuthenticationCode1 = first, AuthenticationCode2 = second },
            cancellationToken);

    private async Task<IReadOnlyList<CloudEssentials.Accounts.MfaDevice>> TryReadUserAsync(string name, Action<string, Exception> failed, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadUserAsync(name, cancellationToken).ConfigureAwait(false);
        }
        catch (NoSuchEntityException)
        {
            // Deleted since the list was made.
            return [];
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            failed(name, exception);
            return [];
        }
    }

    private static DateTime? Utc(DateTime? date) => date?.ToUniversalTime();
}
