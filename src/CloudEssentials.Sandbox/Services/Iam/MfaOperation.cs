using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>An operation that takes two codes of an MFA device.</summary>
internal abstract class MfaOperation : CredentialOperation
{
    /// <summary>How many steps of 30 seconds a device's clock may be off.</summary>
    protected const int Tolerance = 2;

    protected static void CheckCodes(OperationCall call, IamMfaDevice device, int steps)
    {
        DateTimeOffset now = call.Account.Options.SignatureClock.GetUtcNow();
        if (device.Seed is null
            || !TimeCodes.AreConsecutive(device.Seed, call.RequiredText("AuthenticationCode1"), call.RequiredText("AuthenticationCode2"), now, steps))
        {
            throw new ServiceError("InvalidAuthenticationCode", "Authentication code for device is not valid.", 403);
        }
    }

    protected static IamMfaDevice Owned(OperationCall call) =>
        IamState.Of(call.State).MfaDevices.TryGet(call.RequiredText("SerialNumber"), out IamMfaDevice? device) && device.IsOf(Owner(call))
            ? device
            : throw IamErrors.NoSuchEntity($"MFA Device invalid for user: {call.RequiredText("SerialNumber")}");
}
