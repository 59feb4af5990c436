namespace CloudEssentials.Catalog;

/// <summary>A type of resource that an action takes.</summary>
public sealed class CatalogActionResource
{
    internal CatalogActionResource(CatalogResourceType resourceType, bool isRequired, IReadOnlyList<string> conditionKeys, IReadOnlyList<string> dependentActions)
    {
        ResourceType = resourceType;
        IsRequired = isRequired;
        ConditionKeys = conditionKeys;
        DependentActions = dependentActions;
    }

    /// <summary>The type.</summary>
    public CatalogResourceType ResourceType { get; }

    /// <summary>Its name, such as <c>bucket</c>.</summary>
    public string Name => ResourceType.Name;

    /// <summary>Whether every call needs such a resource (AWS marks those types with an asterisk).</summary>
    public bool IsRequired { get; }

    /// <summary>The condition keys for this action on this type alone.</summary>
    public IReadOnlyList<string> ConditionKeys { get; }

    /// <summary>Further actions that the call needs for this type, as <c>service:Action</c>.</summary>
    public IReadOnlyList<string> DependentActions { get; }

    /// <summary>Returns the name, with an asterisk if the type is required.</summary>
    /// <returns>The name as AWS's tables show it.</returns>
    public override string ToString() => IsRequired ? Name + "*" : Name;
}
