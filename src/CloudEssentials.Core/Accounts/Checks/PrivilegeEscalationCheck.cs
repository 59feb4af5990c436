using CloudEssentials.Accounts.Access;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Validation;

namespace CloudEssentials.Accounts.Checks;

/// <summary>Nobody can get more than was given.</summary>
internal sealed class PrivilegeEscalationCheck : SecurityCheck
{
    private const int MostShown = 3;

    public override string Name => "PrivilegeEscalation";

    public override string Title => "Nobody can get more than was given.";

    public override SecuritySeverity Severity => SecuritySeverity.High;

    public override AccountFactKinds Needs => AccountFactKinds.Authorization;

    public override string Remedy => "Hold the actions to certain resources, or with iam:PassedToService and a permissions boundary; Find-PrincipalAccess -Action shows who has them.";

    protected override IEnumerable<CheckResult> Test(AccountFacts facts)
    {
        AccountAuthorization account = facts.Authorization;
        foreach (IGrouping<string, EscalationPath> paths in new EscalationFinder(account).Find().GroupBy(path => path.PrincipalArn, StringComparer.Ordinal))
        {
            bool certain = paths.Any(path => path.IsCertain);
            string evidence = $"{string.Join("; ", paths.OrderByDescending(path => path.IsCertain).Take(MostShown))}{(paths.Count() > MostShown ? $"; and {paths.Count() - MostShown} ways more" : "")}.";
            string gains = FactText.List(paths.Select(path => path.Gain).Distinct(), MostShown);
            yield return certain
                ? Fail(evidence, $"It can get more than its policies say: {gains}.", paths.Key)
                : Warn(evidence, $"It may get more than its policies say, under conditions: {gains}.", paths.Key);
        }

        // What nobody has yet, somebody gets tomorrow.
        foreach (OwnPolicy policy in OwnPolicy.Of(account).Where(policy => !policy.IsFullAccess() && !IsHeld(policy, account)))
        {
            if (WayOf(policy.Document) is { } way)
                yield return Warn($"In the {policy.Where(account)}.", way, policy.Arn, severity: SecuritySeverity.Medium);
        }
    }

    private static bool IsHeld(OwnPolicy policy, AccountAuthorization account) =>
        policy.Holders.Any(holder => holder is not IamGroup group || account.MembersOf(group.GroupName).Any());

    private static string? WayOf(IamDocument document) => !document.IsReadable
        ? null
        : PolicyValidator.Default.Check(document.Document, new() { PolicyType = PolicyType.Identity, MinimumSeverity = FindingSeverity.SecurityWarning })
            .FirstOrDefault(finding => finding.Code == "PRIVILEGE_ESCALATION")?.Message;
}
