namespace CloudEssentials.Accounts.Checks;

/// <summary>The root user has no signing certificates.</summary>
internal sealed class RootSigningCertificateCheck : SecurityCheck
{
    public override string Name => "RootSigningCertificate";

    public override string Title => "The root user has no signing certificates.";

    public override SecuritySeverity Severity => SecuritySeverity.High;

    public override AccountFactKinds Uses => AccountFactKinds.Summary | AccountFactKinds.CredentialReport;

    public override CheckScope Scope => CheckScope.RootUser;

    public override string Remedy => "Sign in as the root user, open Security credentials, X.509 Signing certificates, and delete them.";

    protected override IEnumerable<CheckResult> Test(AccountFacts facts)
    {
        if (facts.Has(AccountFactKinds.Summary) && facts.Summary.TryGetValue("AccountSigningCertificatesPresent", out int count))
            return count == 0 ? [] : [Fail($"The account's summary counts {FactText.Count(count, "signing certificate")} of the root user.", "A signing certificate is a credential of the root user that few know of.")];
        if (facts.Has(AccountFactKinds.CredentialReport) && facts.CredentialReport.Root is { } root)
            return root.Cert1Active == true || root.Cert2Active == true ? [Fail($"Certificates made {FactText.Day(root.Cert1LastRotated ?? root.Cert2LastRotated)}.", "A signing certificate is a credential of the root user that few know of.")] : [];
        return [facts.Refusal(AccountFactKinds.Summary) is { } refusal ? Unseen(refusal) : Unknown("Neither the summary nor the credential report tells.")];
    }
}
