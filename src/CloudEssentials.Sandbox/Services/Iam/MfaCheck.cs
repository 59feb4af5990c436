using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Whether a caller has proved possession of an MFA device.</summary>
internal static class MfaCheck
{
    /// <summary>Whether the call says that it has MFA, and proves it.</summary>
    /// <exception cref="ServiceError">AccessDenied: the device is not the caller's, or the code is not the device's.</exception>
    public static bool IsProved(OperationCall call)
    {
        if (call.Text("SerialNumber") is not { } serial)
        {
            return call.Caller.MfaPresent == true;
        }

        string? user = call.Caller.Kind == CallerKind.User ? call.Caller.Name : null;
        bool owns = IamState.Of(call.State).MfaDevices.TryGetSeen(serial, out IamMfaDevice? device) && device.IsOf(user);
        return owns && device!.Seed is { } seed && call.Text("TokenCode") is { } code
            && TimeCodes.IsCode(seed, code, call.Account.Options.SignatureClock.GetUtcNow())
            ? true
            : throw new ServiceError("AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code. ", 403);
    }
}
