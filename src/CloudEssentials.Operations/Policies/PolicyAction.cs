using System.Text.Json.Serialization;
using CloudEssentials.Catalog;

namespace CloudEssentials.Operations.Policies;

/// <summary>An action of the catalogue, as <c>Get-PolicyAction</c> shows it.</summary>
public sealed record PolicyAction
{
    internal PolicyAction(CatalogAction action)
    {
        Entry = action;
        ResourceType = [.. action.ResourceTypes.Select(type => type.ToString())];
        ConditionKey = action.GetAllConditionKeys();
    }

    /// <summary>The name as a policy writes it: <c>s3:GetObject</c>.</summary>
    public string Action => Entry.FullName;

    /// <summary>The prefix of the service.</summary>
    public string Service => Entry.Service.Prefix;

    /// <summary>The name without the service.</summary>
    public string Name => Entry.Name;

    /// <summary>What it does to what it acts on.</summary>
    public AccessLevel AccessLevel => Entry.AccessLevel;

    /// <summary>The types of resource that it takes, those that every call needs with an asterisk; none means that only <c>*</c> will do.</summary>
    public IReadOnlyList<string> ResourceType { get; }

    /// <summary>The condition keys of the service's table that can hold it.</summary>
    public IReadOnlyList<string> ConditionKey { get; }

    /// <summary>Further actions that a call may need.</summary>
    public IReadOnlyList<string> DependentAction => Entry.DependentActions;

    /// <summary>What it grants, in AWS's words.</summary>
    public string Description => Entry.Description;

    /// <summary>The catalogue's own entry, with the ARN patterns of the resource types.</summary>
    [JsonIgnore]
    internal CatalogAction Entry { get; }
}
