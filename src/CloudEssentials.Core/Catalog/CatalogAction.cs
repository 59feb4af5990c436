namespace CloudEssentials.Catalog;

/// <summary>An action that a policy can allow or deny.</summary>
public sealed class CatalogAction
{
    private readonly int _description;
    private string? _fullName;

    internal CatalogAction(
        CatalogService service,
        string name,
        AccessLevel accessLevel,
        IReadOnlyList<CatalogActionResource> resourceTypes,
        IReadOnlyList<string> conditionKeys,
        IReadOnlyList<string> dependentActions,
        int description)
    {
        Service = service;
        Name = name;
        AccessLevel = accessLevel;
        ResourceTypes = resourceTypes;
        ConditionKeys = conditionKeys;
        DependentActions = dependentActions;
        _description = description;
    }

    /// <summary>The service.</summary>
    public CatalogService Service { get; }

    /// <summary>The name without the service, in AWS's case: <c>GetObject</c>.</summary>
    public string Name { get; }

    /// <summary>The name as a policy writes it: <c>s3:GetObject</c>.</summary>
    public string FullName => _fullName ??= $"{Service.Prefix}:{Name}";

    /// <summary>What it does to what it acts on.</summary>
    public AccessLevel AccessLevel { get; }

    /// <summary>The types of resource that it takes; none means that only <c>*</c> may stand in the statement's Resource.</summary>
    public IReadOnlyList<CatalogActionResource> ResourceTypes { get; }

    /// <summary>The action's own condition keys; those of its resource types come with them.</summary>
    public IReadOnlyList<string> ConditionKeys { get; }

    /// <summary>Further actions that a call of this one may also need, as <c>service:Action</c>.</summary>
    public IReadOnlyList<string> DependentActions { get; }

    /// <summary>Whether a statement can hold it to certain resources.</summary>
    public bool SupportsResources => ResourceTypes.Count > 0;

    /// <summary>What it grants, in AWS's one sentence; empty if that is not known.</summary>
    public string Description => Service.DescriptionAt(_description);

    /// <summary>
    /// The names of all keys of the service's table that can hold this action: its own, those of its rows by resource type, and those
    /// of the types themselves. Global keys that every request carries are not repeated here.
    /// </summary>
    /// <returns>Each key once, in the order in which they were found.</returns>
    public IReadOnlyList<string> GetAllConditionKeys()
    {
        List<string> all = [.. ConditionKeys];
        HashSet<string> seen = new(all, StringComparer.OrdinalIgnoreCase);
        foreach (var resource in ResourceTypes)
        {
            all.AddRange(resource.ConditionKeys.Where(seen.Add));
            all.AddRange(resource.ResourceType.ConditionKeys.Where(seen.Add));
        }

        return all;
    }

    /// <summary>
    /// Whether the service's table lists a condition key for this action, whatever the key's case; a template in the table fits any key
    /// of its form. A global key that every request carries is not in the tables, and so the answer for it is false.
    /// </summary>
    /// <param name="key">A condition key as a policy writes it, such as <c>aws:RequestTag/Department</c>.</param>
    /// <returns>True if the table has it.</returns>
    public bool ListsConditionKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (Has(ConditionKeys, key))
            return true;
        foreach (var resource in ResourceTypes)
        {
            if (Has(resource.ConditionKeys, key) || Has(resource.ResourceType.ConditionKeys, key))
                return true;
        }

        return false;
    }

    /// <summary>Returns the full name.</summary>
    /// <returns>The full name.</returns>
    public override string ToString() => FullName;

    private static bool Has(IReadOnlyList<string> keys, string key)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            if (string.Equals(keys[i], key, StringComparison.OrdinalIgnoreCase) || NamePattern.FitsTemplate(key, keys[i]))
                return true;
        }

        return false;
    }
}
