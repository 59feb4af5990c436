namespace CloudEssentials.Accounts.Checks;

/// <summary>The password policy is strong: it asks for capital and small letters, digits and signs.</summary>
internal sealed class PasswordCharactersCheck : SecurityCheck
{
    public override string Name => "PasswordCharacters";

    public override string Title => "The password policy is strong: it asks for capital and small letters, digits and signs.";

    public override SecuritySeverity Severity => SecuritySeverity.Medium;

    public override IReadOnlyList<string> Controls => ["IAM.7", "IAM.10", "IAM.11", "IAM.12", "IAM.13", "IAM.14"];

    public override AccountFactKinds Needs => AccountFactKinds.PasswordPolicy;

    public override string Remedy => "Set-AccountPasswordPolicy -Preset CIS";

    protected override IEnumerable<CheckResult> Test(AccountFacts facts)
    {
        PasswordRules policy = facts.PasswordPolicy;
        List<string> missing = [];
        if (!policy.RequireUppercase)
            missing.Add("capital letters (IAM.11)");
        if (!policy.RequireLowercase)
            missing.Add("small letters (IAM.12)");
        if (!policy.RequireSymbols)
            missing.Add("signs (IAM.13)");
        if (!policy.RequireNumbers)
            missing.Add("digits (IAM.14)");
        if (policy.IsDefault)
            yield return Fail("The account has no password policy: AWS's default asks for three of the four kinds.", "Security Hub asks for all four, in a policy of the account's own.");
        else if (missing.Count > 0)
            yield return Fail($"Not asked for: {FactText.List(missing)}.", "Security Hub asks for all four kinds.");
    }
}
