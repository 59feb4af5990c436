using System.IO.Enumeration;
using System.Runtime.CompilerServices;
using CloudEssentials.Catalog;

namespace CloudEssentials.Operations.Policies;

/// <summary>Searches the catalogue of actions.</summary>
[Operation("Get", "PolicyAction")]
public sealed class GetPolicyAction : IOperation<GetPolicyActionRequest, PolicyAction>
{
    internal ActionCatalog Catalog { get; init; } = ActionCatalog.Default;

    /// <inheritdoc/>
    public async IAsyncEnumerable<PolicyAction> RunAsync(
        GetPolicyActionRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var keys = FindTableKeys(request.ConditionKey, host);
        foreach (var service in FindServices(request.Service, host))
        {
            foreach (var action in FindActions(request.Name, service, host))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Passes(action, request, keys))
                    yield return new(action);
            }
        }
    }

    private static bool Passes(CatalogAction action, GetPolicyActionRequest request, List<string>? keys) =>
        (request.AccessLevel is not { Length: > 0 } levels || levels.Contains(action.AccessLevel))
        && (request.ResourceType is not { Length: > 0 } types || action.ResourceTypes.Any(type => types.Any(wanted => Matches(wanted, type.Name))))
        && (keys is null || keys.Exists(action.ListsConditionKey));

    private static bool Matches(string pattern, string name) => FileSystemName.MatchesSimpleExpression(pattern, name);

    /// <summary>The services to look at; null stands for all of them at once, so that a name with a service reads no other.</summary>
    private IEnumerable<CatalogService?> FindServices(string[]? wanted, IOperationHost host)
    {
        if (wanted is not { Length: > 0 })
            return [null];
        List<CatalogService> found = [];
        foreach (var pattern in wanted)
        {
            var matching = Catalog.Services.Where(service => Matches(pattern, service.Prefix)).ToList();
            if (matching.Count == 0)
                host.WriteError(CatalogErrors.UnknownService(pattern, Catalog));
            found.AddRange(matching);
        }

        return found.Distinct();
    }

    private IEnumerable<CatalogAction> FindActions(string[]? names, CatalogService? service, IOperationHost host)
    {
        if (names is not { Length: > 0 })
            return service?.Actions ?? Catalog.MatchActions("*");
        return names.SelectMany(name => FindActions(name, service, host)).Distinct();
    }

    private IEnumerable<CatalogAction> FindActions(string name, CatalogService? service, IOperationHost host)
    {
        var full = name.Contains(':', StringComparison.Ordinal) ? name : $"{service?.Prefix ?? "*"}:{name}";
        var found = Catalog.MatchActions(full).ToList();
        if (found.Count == 0 && service is null && full.AsSpan().IndexOfAny('*', '?') < 0)
            host.WriteError(CatalogErrors.UnknownAction(name, Catalog));
        else if (found.Count == 0 && service is null)
            host.WriteVerbose($"No action matches '{name}'.");
        return service is null ? found : found.Where(action => action.Service == service);
    }

    /// <summary>The keys to look for in the tables; null when nothing is held back, as by a key that every request may carry.</summary>
    private List<string>? FindTableKeys(string[]? wanted, IOperationHost host)
    {
        if (wanted is not { Length: > 0 })
            return null;
        List<string> keys = [];
        var everywhere = false;
        foreach (var name in wanted)
        {
            var key = Catalog.FindConditionKey(name);
            if (key is null)
            {
                host.WriteError(CatalogErrors.UnknownConditionKey(name, Catalog));
                continue;
            }

            keys.Add(name);
            if (!key.IsGlobal || IsTagKey(key))
                continue;
            everywhere = true;
            host.WriteWarning($"'{key.Name}' is a global condition key: a request of any action may carry it, so it leaves no action out.");
        }

        return everywhere ? null : keys;
    }

    // Of the global keys just these stand in the services' tables: which requests have tags depends on the action.
    private static bool IsTagKey(CatalogConditionKey key) =>
        key.Name.StartsWith("aws:RequestTag/", StringComparison.OrdinalIgnoreCase)
        || key.Name.StartsWith("aws:ResourceTag/", StringComparison.OrdinalIgnoreCase)
        || key.Name.Equals("aws:TagKeys", StringComparison.OrdinalIgnoreCase);
}
