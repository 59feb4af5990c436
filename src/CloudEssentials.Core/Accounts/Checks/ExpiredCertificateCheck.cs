namespace CloudEssentials.Accounts.Checks;

/// <summary>No expired certificates are kept in IAM.</summary>
internal sealed class ExpiredCertificateCheck : SecurityCheck
{
    public override string Name => "ExpiredCertificate";

    public override string Title => "No expired certificates are kept in IAM.";

    public override SecuritySeverity Severity => SecuritySeverity.Medium;

    public override IReadOnlyList<string> Controls => ["CIS-2.17", "IAM.26"];

    public override AccountFactKinds Needs => AccountFactKinds.ServerCertificates;

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => facts.ServerCertificates.Where(certificate => certificate.Expiration < facts.TakenAt).Select(certificate => Fail(
        $"Expired {FactText.Day(certificate.Expiration)}.",
        "A load balancer or a distribution that takes it by mistake turns its visitors away.",
        certificate.Arn,
        $"aws iam delete-server-certificate --server-certificate-name {FactText.Quote(certificate.Name)}; take new ones from AWS Certificate Manager."));
}
