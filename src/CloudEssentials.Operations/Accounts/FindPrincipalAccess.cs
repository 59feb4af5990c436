using System.Runtime.CompilerServices;
using CloudEssentials.Accounts;
using CloudEssentials.Accounts.Access;
using CloudEssentials.Catalog;
using CloudEssentials.Operations.Policies;
using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Finds every user and role that may do something, how it comes to that, and who is stopped by what.</summary>
[Operation("Find", "PrincipalAccess")]
public sealed class FindPrincipalAccess : IOperation<FindPrincipalAccessRequest, PrincipalAccess>
{
    internal ActionCatalog Catalog { get; init; } = ActionCatalog.Default;

    /// <inheritdoc/>
    public async IAsyncEnumerable<PrincipalAccess> RunAsync(
        FindPrincipalAccessRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<string> actions = [.. request.Action.SelectMany(FindActions).Distinct(StringComparer.OrdinalIgnoreCase)];
        RequestContext context = host.ReadContext(request.Context);
        foreach (AccountAuthorization account in await host.ReadAuthorizationAsync(request, cancellationToken).ConfigureAwait(false))
        {
            WarnOfDocuments(host, account);
            AccessFinder finder = new(account);
            foreach (string action in actions)
            {
                foreach (PrincipalAccess access in finder.Find(action, request.Resource?.Trim(), request.PrincipalName, context))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return access;
                }
            }
        }
    }

    internal static void WarnOfDocuments(IOperationHost host, AccountAuthorization account)
    {
        foreach (AuthorizationProblem problem in account.FindDocumentProblems())
            host.WriteWarning($"{problem} It is taken to allow nothing.");
    }

    private IEnumerable<string> FindActions(string pattern)
    {
        List<string> actions = [.. Catalog.MatchActions(pattern.Trim()).Select(action => action.FullName)];
        return actions.Count > 0 ? actions : throw CatalogErrors.UnknownAction(pattern, Catalog);
    }
}
