using System.Runtime.CompilerServices;
using CloudEssentials.Catalog;
using CloudEssentials.Policies;

namespace CloudEssentials.Operations.Policies;

/// <summary>Searches the AWS managed policies by name, and by what they allow.</summary>
[Operation("Find", "ManagedPolicy")]
public sealed class FindManagedPolicy : IOperation<FindManagedPolicyRequest, FoundManagedPolicy>
{
    internal ActionCatalog Actions { get; init; } = ActionCatalog.Default;

    internal ManagedPolicyCatalog Policies { get; init; } = ManagedPolicyCatalog.Default;

    /// <inheritdoc/>
    public async IAsyncEnumerable<FoundManagedPolicy> RunAsync(
        FindManagedPolicyRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var named = FindNamed(request.Name, host);
        var found = request.Action is { Length: > 0 } wanted
            ? FindAllowing(named, FindActions(wanted, host), cancellationToken)
            : named.Select(policy => new FoundManagedPolicy(policy, null));
        foreach (var policy in found)
            yield return policy;
    }

    private IEnumerable<ManagedPolicy> FindNamed(string[]? names, IOperationHost host) =>
        names is { Length: > 0 } ? names.SelectMany(name => FindNamed(name, host)).Distinct() : Policies.Policies;

    private List<ManagedPolicy> FindNamed(string name, IOperationHost host)
    {
        if (Policies.Find(name) is { } one)
            return [one];
        var found = Policies.Match(name).ToList();
        if (found.Count == 0 && name.AsSpan().IndexOfAny('*', '?') < 0)
        {
            var nearest = Policies.Suggest(name[(name.LastIndexOf('/') + 1)..])?.Name;
            host.WriteError(new(
                "ManagedPolicyUnknown",
                $"'{name}' is no AWS managed policy of {Policies.Date:yyyy-MM-dd}" + (nearest is null ? "." : $"; did you mean '{nearest}'?"),
                CloudErrorCategory.ObjectNotFound,
                name,
                "Search with a wildcard, or by what it must allow with -Action."));
        }

        return found;
    }

    private List<CatalogAction> FindActions(string[] wanted, IOperationHost host)
    {
        List<CatalogAction> actions = [];
        foreach (var pattern in wanted)
        {
            var matching = Actions.MatchActions(pattern).ToList();
            if (matching.Count == 0)
                throw CatalogErrors.UnknownAction(pattern, Actions);
            actions.AddRange(matching);
        }

        host.WriteVerbose($"{actions.Count} actions are wanted.");
        return actions;
    }

    private IEnumerable<FoundManagedPolicy> FindAllowing(
        IEnumerable<ManagedPolicy> policies, List<CatalogAction> wanted, CancellationToken cancellationToken) =>
        policies
            .Select(policy =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return (Policy: policy, Allowed: FindAllowed(policy, wanted));
            })
            .Where(found => found.Allowed is not null)
            .OrderBy(found => found.Allowed)
            .ThenBy(found => found.Policy.Name, StringComparer.OrdinalIgnoreCase)
            .Select(found => new FoundManagedPolicy(found.Policy, found.Allowed));

    /// <summary>How many actions the policy allows, or null if not all that are wanted.</summary>
    private int? FindAllowed(ManagedPolicy policy, List<CatalogAction> wanted)
    {
        var document = PolicyDocument.Parse(policy.Document);
        if (!MayAllow(document, wanted[0]))
            return null;
        var allowed = AllowedActions.Of(document, Actions);
        return wanted.TrueForAll(allowed.Contains) ? allowed.Count : null;
    }

    /// <summary>A quick look that spares most policies the counting: no pattern of the document names the action's service.</summary>
    private static bool MayAllow(PolicyDocument document, CatalogAction action) => document.Statements.Any(statement =>
        statement.IsAllow
        && (statement.NotAction is not null || statement.Action?.Any(pattern => MayMatch(pattern, action.Service.Prefix)) == true));

    private static bool MayMatch(string pattern, string prefix)
    {
        var service = pattern.AsSpan(0, Math.Max(0, pattern.IndexOf(':')));
        return service.IndexOfAny('*', '?') >= 0 || service.IsEmpty || service.Equals(prefix, StringComparison.OrdinalIgnoreCase);
    }
}
