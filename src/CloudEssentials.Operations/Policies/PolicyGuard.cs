using CloudEssentials.Policies;
using CloudEssentials.Policies.Validation;

namespace CloudEssentials.Operations.Policies;

/// <summary>Lets no policy out that the module's own check would call wrong or dangerous, unless the user insists.</summary>
internal static class PolicyGuard
{
    /// <summary>Checks a generated policy.</summary>
    /// <exception cref="CloudException"><c>PolicyRefused</c>: it has an error or a security warning, and is not forced.</exception>
    internal static void Check(PolicyDocument document, NewLeastPrivilegePolicyRequest request, IOperationHost host) =>
        Check(document, request.PolicyType, request.Force, host);

    /// <summary>Checks a policy that is to be used.</summary>
    /// <exception cref="CloudException"><c>PolicyRefused</c>: it has an error or a security warning, and is not forced.</exception>
    internal static void Check(PolicyDocument document, PolicyType type, bool force, IOperationHost host)
    {
        PolicyCheckOptions options = new() { PolicyType = type, MinimumSeverity = FindingSeverity.SecurityWarning };
        IReadOnlyList<PolicyFinding> findings = PolicyValidator.Default.Check(document, options);
        if (findings.Count == 0)
            return;

        string all = string.Join(" ", findings.Select(finding => $"{finding.Code}: {finding.Message}").Distinct());
        if (!force)
        {
            throw new CloudException(
                "PolicyRefused",
                $"The policy would not pass the module's own check. {all}",
                CloudErrorCategory.InvalidOperation,
                document,
                "Narrow the wish, or make it all the same with -Force.");
        }

        host.WriteWarning($"The policy was made all the same. {all}");
    }
}
