using System.Collections;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Module.Completion;

/// <summary>Completes the names of profiles, from the file that -ProfileLocation names or the usual ones.</summary>
public sealed class ProfileNameCompleter : CatalogCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string About)> Complete(string word, IDictionary bound) =>
        ConnectionProfiles.Names(bound?["ProfileLocation"] as string)
            .Where(name => Begins(name, word))
            .Select(name => (name, ""));
}
