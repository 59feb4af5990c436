namespace CloudEssentials.Catalog;

/// <summary>What is known of a service, as a source tells it and the writer takes it.</summary>
internal sealed record ServiceFacts(
    string Prefix,
    string Name,
    bool SupportsResourceControlPolicies,
    IReadOnlyList<ActionFacts> Actions,
    IReadOnlyList<ResourceTypeFacts> ResourceTypes,
    IReadOnlyList<ConditionKeyFacts> ConditionKeys)
{
    /// <summary>The name under which the global keys are written, as if they were a service's.</summary>
    public const string GlobalPrefix = "aws";

    public static ServiceFacts From(CatalogService service) => new(
        service.Prefix,
        service.Name,
        service.SupportsResourceControlPolicies,
        [.. service.Actions.Select(ActionFacts.From)],
        [.. service.ResourceTypes.Select(type => new ResourceTypeFacts(type.Name, type.ArnPatterns, type.ConditionKeys))],
        [.. service.ConditionKeys.Select(ConditionKeyFacts.From)]);
}

internal sealed record ActionFacts(
    string Name,
    AccessLevel AccessLevel,
    string Description,
    IReadOnlyList<ActionResourceFacts> ResourceTypes,
    IReadOnlyList<string> ConditionKeys,
    IReadOnlyList<string> DependentActions)
{
    public static ActionFacts From(CatalogAction action) => new(
        action.Name,
        action.AccessLevel,
        action.Description,
        [.. action.ResourceTypes.Select(type => new ActionResourceFacts(type.Name, type.IsRequired, type.ConditionKeys, type.DependentActions))],
        action.ConditionKeys,
        action.DependentActions);
}

internal sealed record ActionResourceFacts(
    string Name, bool IsRequired, IReadOnlyList<string> ConditionKeys, IReadOnlyList<string> DependentActions);

internal sealed record ResourceTypeFacts(string Name, IReadOnlyList<string> ArnPatterns, IReadOnlyList<string> ConditionKeys)
{
    /// <summary>Makes a pattern's variable parts alike: here and there a dollar sign is missing in AWS's tables.</summary>
    public static string NormalPattern(string pattern) => pattern.Replace("${", "{", StringComparison.Ordinal).Replace("{", "${", StringComparison.Ordinal);
}

internal sealed record ConditionKeyFacts(string Name, ConditionKeyType Type, bool IsMultivalued, string Description)
{
    private const string Several = "ArrayOf";

    public static ConditionKeyFacts From(CatalogConditionKey key) => new(key.Name, key.Type, key.IsMultivalued, key.Description);

    /// <summary>Makes a key's variable part alike: AWS's tables write <c>&lt;key&gt;</c> for a tag's key here and there.</summary>
    public static string NormalName(string key) => key.Replace("<key>", "${TagKey}", StringComparison.OrdinalIgnoreCase);

    /// <summary>Makes one from AWS's own name of a type, such as <c>ArrayOfARN</c>.</summary>
    public static ConditionKeyFacts Parse(string name, string type, string description)
    {
        var isMultivalued = type.StartsWith(Several, StringComparison.OrdinalIgnoreCase);
        var single = isMultivalued ? type[Several.Length..] : type;
        return Enum.TryParse(single, ignoreCase: true, out ConditionKeyType known) && !char.IsDigit(single[0])
            ? new(NormalName(name), known, isMultivalued, description)
            : throw new InvalidDataException($"'{type}', the type of condition key '{name}', is unknown.");
    }
}
