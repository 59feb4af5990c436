namespace CloudEssentials.Policies.Generation;

/// <summary>The smallest policies that grant a wish.</summary>
/// <param name="Documents">The policies; more than one where one would be larger than IAM allows.</param>
/// <param name="Warnings">What the one who asked should know.</param>
public sealed record LeastPrivilegeResult(IReadOnlyList<PolicyDocument> Documents, IReadOnlyList<string> Warnings);
