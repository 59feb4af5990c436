using System.Runtime.CompilerServices;
using CloudEssentials.Accounts;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Makes a virtual MFA device for a user: a QR code for the app, two codes back, and it is enabled.</summary>
[Operation("New", "VirtualMfaDevice", Impact = ChangeImpact.Medium)]
public sealed class NewVirtualMfaDevice : IOperation<NewVirtualMfaDeviceRequest, MfaDevice>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<MfaDevice> RunAsync(
        NewVirtualMfaDeviceRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        MfaCodes.Check(request.Code);
        if (request is { SkipEnable: true, Path: null })
            throw new CloudException("PathMissing", "-SkipEnable makes a device whose QR code nobody would see.", remedy: "Give -Path for the picture.");
        AccountPlace place = await AccountPlace.OpenAsync(request, host, cancellationToken).ConfigureAwait(false);
        if (await new VirtualMfaMaker(request, place, host, cancellationToken).MakeAsync().ConfigureAwait(false) is { } device)
            yield return place.Sign(device);
    }
}
