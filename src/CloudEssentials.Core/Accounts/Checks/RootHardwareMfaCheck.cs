namespace CloudEssentials.Accounts.Checks;

/// <summary>The root user has a passkey, a security key or a hardware token.</summary>
internal sealed class RootHardwareMfaCheck : SecurityCheck
{
    public override string Name => "RootHardwareMfa";

    public override string Title => "The root user has a passkey, a security key or a hardware token.";

    public override SecuritySeverity Severity => SecuritySeverity.Critical;

    public override IReadOnlyList<string> Controls => ["CIS-2.6", "IAM.6"];

    public override AccountFactKinds Needs => AccountFactKinds.Summary | AccountFactKinds.VirtualMfaDevices;

    public override CheckScope Scope => CheckScope.Baseline | CheckScope.RootUser;

    public override string Remedy => "Sign in as the root user, open Security credentials, and see which devices are listed; add a passkey or a security key, and then take the virtual device away.";

    protected override IEnumerable<CheckResult> Test(AccountFacts facts)
    {
        if (facts.HasNoRootPassword())
        {
            yield return Pass("The account's summary tells of no root password.", "The root user has no password, and so no sign-in to protect.");
            yield break;
        }

        if (facts.Summary.GetValueOrDefault("AccountMFAEnabled") == 0)
        {
            yield return Fail("AccountMFAEnabled is 0.", "The root user has no MFA at all.");
            yield break;
        }

        string[] devices = [.. facts.VirtualMfaDevices.Where(device => device.Value.EndsWith(":root", StringComparison.Ordinal) || device.Key.EndsWith(":mfa/root-account-mfa-device", StringComparison.Ordinal)).Select(device => device.Key)];
        if (devices.Length > 0)
            yield return Warn($"Virtual device {FactText.List(devices)}.", "The root user has a virtual device. Whether there is a passkey or a hardware token beside it, no API tells: hardware is not proved.", severity: SecuritySeverity.Medium);
        else
            yield return Pass("AccountMFAEnabled is 1, and none of the virtual devices is the root user's.", "MFA is on and it is no virtual device: it is a passkey, a security key or a hardware token.");
    }
}
