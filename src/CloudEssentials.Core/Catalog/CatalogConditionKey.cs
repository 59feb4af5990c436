namespace CloudEssentials.Catalog;

/// <summary>A condition key: of one service, or one of the global keys that begin with <c>aws:</c>.</summary>
public sealed class CatalogConditionKey
{
    private readonly CatalogService? _service;
    private readonly int _description;

    internal CatalogConditionKey(string name, ConditionKeyType type, bool isMultivalued, CatalogService? service, int description)
    {
        Name = name;
        Type = type;
        IsMultivalued = isMultivalued;
        IsTemplate = name.Contains("${", StringComparison.Ordinal);
        _service = service;
        _description = description;
    }

    /// <summary>The key, such as <c>s3:prefix</c>; a template has its variable part in it, as <c>aws:RequestTag/${TagKey}</c>.</summary>
    public string Name { get; }

    /// <summary>The type of its values.</summary>
    public ConditionKeyType Type { get; }

    /// <summary>Whether a request may carry several values, so that <c>ForAllValues</c> or <c>ForAnyValue</c> is needed.</summary>
    public bool IsMultivalued { get; }

    /// <summary>Whether the name has a part in <c>${...}</c> that stands for any text.</summary>
    public bool IsTemplate { get; }

    /// <summary>
    /// Whether requests to any service may carry it: a key that begins with <c>aws:</c>, or one of the few that a service gives to the
    /// requests of its own workloads, such as <c>ec2:SourceInstanceArn</c>, when found among the global keys.
    /// </summary>
    public bool IsGlobal => _service?.Prefix == ServiceFacts.GlobalPrefix || Name.StartsWith("aws:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The type as AWS writes it: <c>String</c>, <c>ArrayOfString</c>, <c>ARN</c>.</summary>
    public string TypeName => (IsMultivalued ? "ArrayOf" : "") + (Type == ConditionKeyType.Arn ? "ARN" : Type.ToString());

    /// <summary>What the key tells, in one sentence; empty if that is not known.</summary>
    public string Description => _service?.DescriptionAt(_description) ?? "";

    /// <summary>Whether a key that stands in a policy is this one: names are compared without case, and templates by their fixed parts.</summary>
    /// <param name="name">A condition key as a policy writes it, such as <c>aws:RequestTag/Department</c>.</param>
    /// <returns>True if it is this key.</returns>
    public bool Matches(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Equals(name, Name, StringComparison.OrdinalIgnoreCase)
            || (IsTemplate && NamePattern.FitsTemplate(name, Name));
    }

    /// <summary>Returns the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
