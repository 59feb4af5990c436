using System.Collections;
using CloudEssentials.Policies.Generation;

namespace CloudEssentials.Module.Completion;

/// <summary>Completes names of built-in jobs.</summary>
public sealed class PolicyTaskCompleter : CatalogCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string About)> Complete(string word, IDictionary bound) =>
        PolicyTaskCatalog.Names.Where(name => Begins(name, word)).Select(name => (name, PolicyTaskCatalog.Get(name).Summary));
}
