using System.Collections;
using CloudEssentials.Accounts;

namespace CloudEssentials.Module.Completion;

/// <summary>Completes services whose shared responsibility is known.</summary>
public sealed class SharedServiceCompleter : CatalogCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string About)> Complete(string word, IDictionary bound) =>
        SharedResponsibilityCatalog.All.Where(one => Begins(one.Service, word)).Select(one => (one.Service, $"{one.Name}: {one.Category}"));
}
