using System.Collections;
using CloudEssentials.Accounts;

namespace CloudEssentials.Module.Completion;

/// <summary>Completes names of jobs that people do in an account.</summary>
public sealed class JobFunctionCompleter : CatalogCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string About)> Complete(string word, IDictionary bound) =>
        JobFunctionCatalog.Names.Where(name => Begins(name, word)).Select(name => (name, JobFunctionCatalog.Get(name).Summary));
}
