namespace CloudEssentials.Accounts.Checks;

/// <summary>Sessions of roles end within four hours.</summary>
internal sealed class RoleSessionCheck : SecurityCheck
{
    public override string Name => "RoleSession";

    public override string Title => "Sessions of roles end within four hours.";

    public override SecuritySeverity Severity => SecuritySeverity.Low;

    public override AccountFactKinds Needs => AccountFactKinds.RoleSessions;

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => facts.RoleSessions.Where(role => role.Value > TimeSpan.FromHours(4) && !role.Key.Contains(":role/aws-", StringComparison.Ordinal)).OrderBy(role => role.Key, StringComparer.Ordinal).Select(role => Warn(
        $"A session may last {role.Value.TotalHours:0.#} hours.",
        "Keys that leak are good for as long.",
        role.Key,
        "aws iam update-role --max-session-duration 3600, where no work needs longer."));
}
