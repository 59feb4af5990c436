using System.Collections;
using System.Management.Automation.Runspaces;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Module.Completion;

/// <summary>Completes a word with what there is in the account that the shell is connected to. Where it cannot be asked quickly, it completes nothing.</summary>
public abstract class LiveCompleter : CatalogCompleter
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected sealed override IEnumerable<(string Name, string About)> Complete(string word, IDictionary bound)
    {
        CloudAccount? account = bound?["Connection"] as CloudAccount ?? CmdletHost.SessionOf(Runspace.DefaultRunspace).Current;
        if (account is null)
            return [];
        using CancellationTokenSource limit = new(_patience);
        // A thread of its own, for the shell's has nothing to go on with meanwhile.
        Task<IReadOnlyList<(string Name, string About)>> names = Task.Run(() => AskAsync(account, bound?["Region"] as string, limit.Token));
        try
        {
            return [.. names.GetAwaiter().GetResult().Where(name => Begins(name.Name, word))];
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A word that stays as it is disturbs nobody; an error in the midst of typing would.
            return [];
        }
    }

    /// <summary>Asks for the names.</summary>
    /// <param name="account">The account.</param>
    /// <param name="region">The Region that the command names, or null.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>All names, with a line for each that tells what it is.</returns>
    internal abstract Task<IReadOnlyList<(string Name, string About)>> AskAsync(CloudAccount account, string? region, CancellationToken cancellationToken);
}
