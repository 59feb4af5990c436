namespace CloudEssentials.Accounts.Checks;

/// <summary>The root users of member accounts have no credentials.</summary>
internal sealed class MemberRootCredentialCheck : SecurityCheck
{
    public override string Name => "MemberRootCredential";

    public override string Title => "The root users of member accounts have no credentials.";

    public override SecuritySeverity Severity => SecuritySeverity.High;

    public override AccountFactKinds Needs => AccountFactKinds.MemberRoot;

    public override CheckScope Scope => CheckScope.RootUser;

    protected override IEnumerable<CheckResult> Test(AccountFacts facts)
    {
        MemberRootFact root = facts.MemberRoot;
        List<string> found = [.. root.AccessKeys.Select(key => $"access key {key}")];
        if (root.HasPassword == true)
            found.Add($"a password {(root.HasMfa ? "with" : "without")} MFA");
        if (root.SigningCertificates > 0)
            found.Add(FactText.Count(root.SigningCertificates, "signing certificate"));
        if (found.Count == 0)
            return [Pass(root.HasPassword is null ? "No keys and no certificates; whether there is a password was not told." : "No password, no keys, no certificates.", "The root user has no credentials.")];
        bool open = root.AccessKeys.Count > 0 || (root.HasPassword == true && !root.HasMfa);
        return [Fail($"{string.Join("; ", found)}.", "The root user of this member account can be signed in to, and nobody needs it.", remedy: $"Remove-RootUserCredential -AccountId {facts.AccountId} -WhatIf", severity: open ? SecuritySeverity.Critical : SecuritySeverity.Medium)];
    }
}
