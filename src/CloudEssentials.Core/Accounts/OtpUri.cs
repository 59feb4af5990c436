namespace CloudEssentials.Accounts;

/// <summary>What an authenticator app reads from the QR code of a device.</summary>
public static class OtpUri
{
    /// <summary>Makes the address of a seed: codes of six digits, a new one every 30 seconds.</summary>
    /// <param name="userName">The user's name.</param>
    /// <param name="accountId">The account's id.</param>
    /// <param name="seed">The seed in Base32; a secret.</param>
    /// <returns>An <c>otpauth</c> address; a secret too.</returns>
    public static string Of(string userName, string accountId, string seed) =>
        $"otpauth://totp/{Uri.EscapeDataString($"Amazon Web Services:{userName}@{accountId}")}?secret={seed}&issuer={Uri.EscapeDataString("Amazon Web Services")}";
}
