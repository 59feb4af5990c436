using CloudEssentials.Catalog;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Validation;

namespace CloudEssentials.Tests.Policies.Validation;

/// <summary>AWS's own managed policies work: an error in one of them is noise, or true and listed with its reason.</summary>
public sealed class ManagedPolicyTests
{
    private static readonly List<string[]> Listed =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Policies", "Validation", "managed-policy-errors.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t')),
    ];

    private static readonly Lazy<List<(ManagedPolicy Policy, PolicyFinding Finding)>> Findings = new(() =>
    [
        .. from policy in ManagedPolicyCatalog.Default.Policies
           from finding in PolicyValidator.Default.Check(policy.Document, new() { PolicyType = PolicyType.Identity })
           select (policy, finding),
    ]);

    [Fact]
    public void No_managed_policy_has_an_error_that_is_not_listed_as_true()
    {
        var unlisted = Findings.Value
            .Where(found => found.Finding.Severity == FindingSeverity.Error)
            .Where(found => !Listed.Any(line => line[0] == found.Policy.Name && line[1] == found.Finding.Code && found.Finding.Message.Contains($"`{line[2]}`", StringComparison.Ordinal)))
            .Select(found => $"{found.Policy.Name}: {found.Finding}");
        Assert.Empty(unlisted);
    }

    [Fact]
    public void Every_listed_error_is_still_found_and_has_a_reason()
    {
        var errors = Findings.Value.Where(found => found.Finding.Severity == FindingSeverity.Error).ToLookup(found => (found.Policy.Name, found.Finding.Code));
        Assert.All(Listed, line =>
        {
            Assert.Equal(4, line.Length);
            Assert.NotEmpty(line[3]);
            Assert.Contains(errors[(line[0], line[1])], found => found.Finding.Message.Contains($"`{line[2]}`", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Nine_of_ten_managed_policies_have_no_finding_above_a_warning()
    {
        var noisy = Findings.Value.Where(found => found.Finding.Severity > FindingSeverity.Warning).Select(found => found.Policy.Name).Distinct().Count();
        Assert.InRange(noisy, 1, ManagedPolicyCatalog.Default.Policies.Count / 10);
    }
}
