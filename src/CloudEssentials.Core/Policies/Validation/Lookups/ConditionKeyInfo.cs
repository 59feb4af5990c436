using CloudEssentials.Catalog;

namespace CloudEssentials.Policies.Validation.Lookups;

/// <summary>What is known of a condition key: worked out once for each text.</summary>
internal sealed class ConditionKeyInfo
{
    private readonly ActionCatalog _catalog;
    private readonly KeySupport _support;
    private string? _suggestion;

    public ConditionKeyInfo(string text, ActionCatalog catalog, KeySupport support)
    {
        _catalog = catalog;
        _support = support;
        Text = text;
        Lower = text.ToLowerInvariant();
        var colon = text.LastIndexOf(':');
        HasColon = colon > 0 && colon < text.Length - 1;
        var first = text.IndexOf(':', StringComparison.Ordinal);
        Prefix = first < 0 ? "" : Lower[..first];
        IsGlobal = Prefix == "aws";
        Service = IsGlobal || !HasColon ? null : catalog.FindService(Prefix);
        Key = HasColon ? catalog.FindConditionKey(text) ?? FindTagKey(text) : null;
        IsCarriedEverywhere = IsGlobal || catalog.GlobalConditionKeys.Any(key => key.Name.Equals(text, StringComparison.OrdinalIgnoreCase));
        IsOfProvider = Prefix.Contains('.', StringComparison.Ordinal) || Prefix is "saml" or "oidc";
        LacksTagKey = Key is null && HasTemplate(text.TrimEnd('/') + "/${");
    }

    public string Text { get; }

    public string Lower { get; }

    public bool HasColon { get; }

    /// <summary>The part before the first colon, in lower case.</summary>
    public string Prefix { get; }

    public bool IsGlobal { get; }

    /// <summary>Whether requests to any service may carry it.</summary>
    public bool IsCarriedEverywhere { get; }

    /// <summary>Whether an identity provider gives the key, as <c>token.actions.githubusercontent.com:sub</c>; those are not in the catalogue.</summary>
    public bool IsOfProvider { get; }

    /// <summary>The service whose prefix it has.</summary>
    public CatalogService? Service { get; }

    public CatalogConditionKey? Key { get; }

    /// <summary>Whether it would be a tag's key if the tag's name followed.</summary>
    public bool LacksTagKey { get; }

    /// <summary>The key that was probably meant; empty when none is near.</summary>
    public string Suggestion => _suggestion ??= _catalog.SuggestConditionKey(Text)?.Name ?? "";

    /// <summary>Whether the service's table lists the key for an action.</summary>
    public bool IsSupportedBy(CatalogAction action) => _support.Of(action.Service, Form).Contains(action);

    /// <summary>The key with every tag's name the same, so that what is known of one tag serves for all.</summary>
    private string Form => Key switch
    {
        { IsTemplate: true } template => string.Concat(template.Name.AsSpan(0, template.Name.IndexOf("${", StringComparison.Ordinal)), "x"),
        { } key => key.Name,
        null => Text,
    };

    // Some of AWS's tables write "tag-key" where others write a variable.
    private CatalogConditionKey? FindTagKey(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 || slash == text.Length - 1 ? null : _catalog.FindConditionKey(string.Concat(text.AsSpan(0, slash), "/tag-key"));
    }

    private bool HasTemplate(string beginning)
    {
        var keys = IsGlobal ? _catalog.GlobalConditionKeys : Service?.ConditionKeys ?? [];
        foreach (var key in keys)
        {
            if (key.IsTemplate && key.Name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
