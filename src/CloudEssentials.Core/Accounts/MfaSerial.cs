namespace CloudEssentials.Accounts;

/// <summary>
/// What the serial number of an MFA device tells: a virtual device and a passkey have an ARN, a hardware token the number
/// on its back. See https://docs.aws.amazon.com/IAM/latest/APIReference/API_MFADevice.html.
/// </summary>
public static class MfaSerial
{
    /// <summary>Tells the kind of a device.</summary>
    /// <param name="serialNumber">Its serial number or ARN.</param>
    /// <returns>The kind.</returns>
    public static MfaDeviceKind KindOf(string serialNumber)
    {
        ArgumentNullException.ThrowIfNull(serialNumber);
        return serialNumber.Split(':', 6) is not ["arn", _, _, _, _, var resource]
            ? MfaDeviceKind.Hardware
            : resource.Split('/')[0] switch
            {
                "u2f" => MfaDeviceKind.Passkey,
                "sms-mfa" => MfaDeviceKind.Sms,
                _ => MfaDeviceKind.Virtual,
            };
    }
}
