namespace CloudEssentials.Accounts.Checks;

/// <summary>The root user has no access keys.</summary>
internal sealed class RootAccessKeyCheck : SecurityCheck
{
    public override string Name => "RootAccessKey";

    public override string Title => "The root user has no access keys.";

    public override SecuritySeverity Severity => SecuritySeverity.Critical;

    public override IReadOnlyList<string> Controls => ["CIS-2.4", "IAM.4"];

    public override AccountFactKinds Uses => AccountFactKinds.CredentialReport | AccountFactKinds.Summary;

    public override CheckScope Scope => CheckScope.Baseline | CheckScope.RootUser;

    public override string Remedy => "Only the root user can delete its keys: sign in to the console as the root user, open Security credentials, deactivate the key, wait to see that nothing breaks, and delete it. For a member account: Remove-RootUserCredential -AccountId. Check again with Test-RootUserSecurity; the credential report may be up to four hours old.";

    protected override IEnumerable<CheckResult> Test(AccountFacts facts)
    {
        if (facts.Has(AccountFactKinds.CredentialReport) && facts.CredentialReport is { Root: { } root } report && report.Columns.Contains("access_key_1_active"))
            return Of(root);
        if (facts.Has(AccountFactKinds.Summary) && facts.Summary.TryGetValue("AccountAccessKeysPresent", out int count))
            return count == 0 ? [] : [Fail($"The account's summary counts {FactText.Count(count, "access key")} of the root user.", "Whoever has such a key can do everything, and no policy holds it back.")];
        return [facts.Refusal(AccountFactKinds.CredentialReport) is { } refusal ? Unseen(refusal) : Unknown("The credential report has no row of the root user.")];
    }

    private static IEnumerable<CheckResult> Of(CredentialReportRow root) => root.AccessKeys.Select(key => Fail(
        $"Root {key}.",
        key.Active ? $"Access key {key.Number} of the root user is active: whoever has it can do everything, and no policy holds it back." : $"Access key {key.Number} of the root user is inactive, and can be made active again.",
        severity: key.Active ? SecuritySeverity.Critical : SecuritySeverity.High));
}
