using CloudEssentials.Policies;
using CloudEssentials.Policies.Validation;

namespace CloudEssentials.Operations.Policies;

/// <summary>Lets no policy out that the module's own check would call wrong or dangerous, unless the user insists.</summary>
internal static class PolicyGuard
{
    /// <summary>Checks a generated policy.</summary>
    /// <exception cref="CloudException"><c>PolicyRefused</c>: it has an error or a security warning, and is not forced.</exception>
    internal static void Check(PolicyDocument document, NewLeastPrivilegePolicyRequest request, IOperationHost host)
    {
        PolicyCheckOptions options = new() { PolicyType = request.PolicyType, MinimumSeverity = FindingSeverity.SecurityWarning };
        IReadOnlyList<PolicyFinding> findings = PolicyValidator.Default.Check(document, options);
        if (findings.Count == 0)
            return;

        string all = string.Join(" ", findings.Select(finding => $"{finding.Code}: {finding.Message}").Distinct());
        if (!request.Force)
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
