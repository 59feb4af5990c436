using CloudEssentials.Accounts;
using CloudEssentials.Aws.Accounts;

namespace CloudEssentials.Operations.Accounts;

/// <summary>
/// Takes the steps to an enabled virtual device. The seed goes into the QR code and nowhere else: the code is shown in the prompt
/// for the first code, which is on the screen and in no stream, or saved as a picture.
/// </summary>
internal sealed class VirtualMfaMaker(NewVirtualMfaDeviceRequest request, AccountPlace place, IOperationHost host, CancellationToken cancellationToken)
{
    private readonly MfaDeviceGateway _gateway = new(place.Connection);
    private readonly ChangeSteps _steps = new(host);
    private readonly string _name = request.DeviceName ?? request.UserName;

    private string Serial => place.Arn($"mfa/{_name}");

    /// <summary>Takes the steps.</summary>
    /// <returns>The device; null where a step was declined.</returns>
    internal async Task<MfaDevice?> MakeAsync()
    {
        if (await new MemberGateway(place.Connection).FindUserAsync(request.UserName, cancellationToken).ConfigureAwait(false) is null)
            throw new CloudException("UserMissing", $"There is no user '{request.UserName}'.", CloudErrorCategory.ObjectNotFound, request.UserName, "Make the user first: New-TeamMember.");
        MfaDevice? existing = await _gateway.FindVirtualAsync(Serial, cancellationToken).ConfigureAwait(false);
        if (existing is { IsAssigned: true })
            return Assigned(existing);
        if (existing is not null && request.Code.Length == 2)
            return await EnableAsync(request.Code).ConfigureAwait(false);
        if (request.Code.Length == 2)
            throw new CloudException("MfaDeviceMissing", $"There is no device '{_name}' that the codes could be of.", CloudErrorCategory.ObjectNotFound, Serial, "Run the command without -Code first.");
        if (request.Path is null && !host.IsInteractive)
            throw new CloudException("InteractionRequired", "The QR code needs somebody to see it.", CloudErrorCategory.InvalidOperation, Serial, "Run it in a terminal, or give -Path and -SkipEnable and enable the device with -Code afterwards.");
        return await MakeNewAsync(existing).ConfigureAwait(false);
    }

    private MfaDevice? Assigned(MfaDevice existing)
    {
        if (existing.UserName != request.UserName)
            throw new CloudException("MfaDeviceTaken", $"The device '{_name}' belongs to {existing.UserName}.", CloudErrorCategory.ResourceExists, Serial, "Give another -DeviceName.");
        host.WriteVerbose($"{request.UserName} has the device already.");
        return existing;
    }

    private async Task<MfaDevice?> MakeNewAsync(MfaDevice? leftOver)
    {
        // The seed of a device that was never enabled cannot be read again.
        if (leftOver is not null)
            await _steps.TakeAsync(Serial, "Remove the device that was never enabled", () => _gateway.DeleteVirtualAsync(Serial, cancellationToken)).ConfigureAwait(false);
        string seed = "";
        if (_steps.Declined || !await _steps.TakeAsync(Serial, "Create the virtual MFA device", async () => (_, seed) = await _gateway.CreateVirtualAsync(_name, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false))
            return null;

        string uri = OtpUri.Of(request.UserName, place.AccountId, seed);
        if (request.Path is { } path)
            await SaveAsync(path, QrPicture.ToPng(uri)).ConfigureAwait(false);
        if (request.SkipEnable)
            return new() { SerialNumber = Serial };
        string introduction = request.Path is null
            ? $"{Environment.NewLine}{QrPicture.ToText(uri)}{Environment.NewLine}Scan this with the authenticator app of {request.UserName}.{Environment.NewLine}"
            : "";
        return await EnableAsync(await MfaCodes.AskAsync(host, introduction).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private async Task<MfaDevice?> EnableAsync(string[] codes) =>
        await _steps.TakeAsync($"{Serial} for {request.UserName}", "Enable the MFA device", () => _gateway.EnableAsync(request.UserName, Serial, codes[0], codes[1], cancellationToken)).ConfigureAwait(false)
            ? new() { UserName = request.UserName, SerialNumber = Serial, EnableDate = DateTime.UtcNow }
            : null;

    private async Task SaveAsync(string path, byte[] png)
    {
        string file = host.ResolvePath(path)[0];
        try
        {
            FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            FileStream stream = new(file, options);
            await using (stream.ConfigureAwait(false))
                await stream.WriteAsync(png, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CloudException("FileFailed", $"'{file}' cannot be written: {exception.Message} The device {Serial} stands, not enabled.", CloudErrorCategory.WriteError, file, "Run the command again: it makes the device anew.", exception);
        }

        host.WriteWarning($"{file} holds the seed of the device: delete it once it is scanned.");
    }
}
