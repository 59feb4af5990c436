using CloudEssentials.Policies;
using CloudEssentials.Policies.Validation;

namespace CloudEssentials.Accounts.Checks;

/// <summary>Every policy is valid.</summary>
internal sealed class PolicyFaultCheck : SecurityCheck
{
    // TrustAnyone tells of it, with what it means.
    private const string OpenTrust = "ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL";

    public override string Name => "PolicyFault";

    public override string Title => "Every policy is valid.";

    public override SecuritySeverity Severity => SecuritySeverity.Medium;

    public override AccountFactKinds Needs => AccountFactKinds.Authorization;

    public override string Remedy => "Get-AccountAuthorization gives the policy; Test-PolicyDocument says where, and Repair-PolicyDocument mends what has one answer.";

    protected override IEnumerable<CheckResult> Test(AccountFacts facts)
    {
        AccountAuthorization account = facts.Authorization;
        foreach (AuthorizationProblem problem in account.Problems)
            yield return Fail(problem.Subject, problem.Message, problem.Subject.StartsWith("arn:", StringComparison.Ordinal) ? problem.Subject : null);
        Dictionary<IamDocument, string?> known = new(ReferenceEqualityComparer.Instance);
        foreach (OwnPolicy policy in OwnPolicy.Of(account))
        {
            if (FaultOf(policy.Document, PolicyType.Identity, known) is { } fault)
                yield return Fail($"In the {policy.Where(account)}.", fault, policy.Arn);
        }

        foreach (IamRole role in account.Roles.Where(role => !role.IsServiceLinked))
        {
            if (FaultOf(role.AssumeRolePolicyDocument, PolicyType.Trust, known) is { } fault)
                yield return Fail("In the trust policy.", fault, role.Arn);
        }
    }

    private static string? FaultOf(IamDocument document, PolicyType type, Dictionary<IamDocument, string?> known)
    {
        if (known.TryGetValue(document, out string? fault))
            return fault;
        fault = document.Error is { } error
            ? $"It cannot be read: line {error.Line}, column {error.Column}: {error.Message}"
            : PolicyValidator.Default.Check(document.Document!, new() { PolicyType = type, MinimumSeverity = FindingSeverity.Error }).FirstOrDefault(finding => finding.Code != OpenTrust)?.Message;
        known.Add(document, fault);
        return fault;
    }
}
