using System.Collections;
using CloudEssentials.Catalog;

namespace CloudEssentials.Module.Completion;

/// <summary>Completes names of AWS managed policies.</summary>
public sealed class ManagedPolicyCompleter : CatalogCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string About)> Complete(string word, IDictionary bound) =>
        ManagedPolicyCatalog.Default.Policies
            .Where(policy => Begins(policy.Name, word))
            .Select(policy => (policy.Name, $"{policy.Arn}, {policy.VersionId} of {policy.UpdateDate:yyyy-MM-dd}"));
}
