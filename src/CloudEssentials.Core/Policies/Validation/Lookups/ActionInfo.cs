using CloudEssentials.Catalog;

namespace CloudEssentials.Policies.Validation.Lookups;

/// <summary>What is known of an action value: worked out once for each text.</summary>
internal sealed class ActionInfo
{
    private readonly ActionCatalog _catalog;
    private CatalogAction[]? _matches;
    private CatalogResourceType[]? _resourceTypes;
    private CatalogAction[]? _exposing;
    private string? _suggestion;
    private string? _neededResources;

    public ActionInfo(string text, ActionCatalog catalog)
    {
        _catalog = catalog;
        Text = text;
        HasWildcard = Wildcards.Any(text);
        Kind = Classify();
        Notable = IsReal ? NotableActions.MaskOf(text) : default;
    }

    public string Text { get; }

    public ActionKind Kind { get; }

    public bool HasWildcard { get; }

    public CatalogService? Service { get; private set; }

    public CatalogAction? Action { get; private set; }

    /// <summary>The right spelling, where only white space or case is wrong.</summary>
    public string? Corrected { get; private set; }

    /// <summary>The actions that rules ask for, and that this value covers.</summary>
    public NotableMask Notable { get; }

    /// <summary>Whether it matches at least one action.</summary>
    public bool IsReal => Kind is ActionKind.All or ActionKind.Exact or ActionKind.Pattern or ActionKind.ManyServices;

    /// <summary>The actions that it matches; none for <c>*</c>, which is everything.</summary>
    public CatalogAction[] Matches => _matches ??= Kind switch
    {
        ActionKind.Exact => [Action!],
        ActionKind.Pattern or ActionKind.ManyServices => [.. _catalog.MatchActions(Text)],
        _ => [],
    };

    /// <summary>The types of resource of all that it matches.</summary>
    public CatalogResourceType[] ResourceTypes =>
        _resourceTypes ??= [.. Matches.SelectMany(action => action.ResourceTypes).Select(resource => resource.ResourceType).Distinct()];

    /// <summary>The forms of ARNs that it works on, a few of them named; empty when it takes no resource.</summary>
    public string NeededResources => _neededResources ??= DescribeResources();

    /// <summary>Those of the actions that change who may use a resource.</summary>
    public CatalogAction[] Exposing => _exposing ??= [.. Matches.Where(action => action.AccessLevel == AccessLevel.PermissionsManagement)];

    /// <summary>Whether it covers an action, such as <c>iam:PassRole</c>.</summary>
    public bool Covers(string action) => Kind switch
    {
        ActionKind.All => true,
        ActionKind.Exact => string.Equals(Text, action, StringComparison.OrdinalIgnoreCase),
        ActionKind.Pattern or ActionKind.ManyServices => Wildcards.Covers(Text, action, ignoreCase: true),
        _ => false,
    };

    /// <summary>The action or service that was probably meant; empty when nothing is near. Costly, and so asked for only when a finding is written.</summary>
    public string Suggestion => _suggestion ??= FindSuggestion();

    private ActionKind Classify()
    {
        if (Wildcards.OnlyStars(Text))
            return ActionKind.All;
        if (Text.AsSpan().IndexOfAny(" \t\r\n\u00a0") >= 0)
            return ClassifySpaced();
        var colon = Text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == Text.Length - 1 || Text.Contains("${", StringComparison.Ordinal))
            return ActionKind.Malformed;
        if (Wildcards.Any(Text.AsSpan(0, colon)))
            return ClassifyManyServices(colon);
        Service = _catalog.FindService(Text.AsSpan(0, colon));
        if (Service is null)
            return ActionKind.NoSuchService;
        return HasWildcard ? ClassifyPattern(colon) : ClassifyExact(colon);
    }

    private ActionKind ClassifyManyServices(int colon)
    {
        if (Wildcards.OnlyStars(Text.AsSpan(0, colon)) && Wildcards.OnlyStars(Text.AsSpan(colon + 1)))
            return ActionKind.All;
        _matches = [.. _catalog.MatchActions(Text)];
        return _matches.Length > 0 ? ActionKind.ManyServices : ActionKind.NoSuchService;
    }

    private ActionKind ClassifyPattern(int colon)
    {
        _matches = [.. Service!.MatchActions(Text[(colon + 1)..])];
        if (!Text.AsSpan(0, colon).SequenceEqual(Service.Prefix))
            Corrected = Service.Prefix + Text[colon..];
        return _matches.Length > 0 ? ActionKind.Pattern : ActionKind.NoSuchAction;
    }

    private ActionKind ClassifyExact(int colon)
    {
        Action = Service!.FindAction(Text.AsSpan(colon + 1));
        if (Action is null)
            return ActionKind.NoSuchAction;
        if (Action.FullName != Text)
            Corrected = Action.FullName;
        return ActionKind.Exact;
    }

    private ActionKind ClassifySpaced()
    {
        ActionInfo bare = new(string.Concat(Text.Where(c => !char.IsWhiteSpace(c))), _catalog);
        Service = bare.Service;
        if (bare.IsReal)
        {
            Corrected = bare.Corrected ?? bare.Text;
            return ActionKind.Spaced;
        }

        return bare.Kind;
    }

    private string DescribeResources()
    {
        var patterns = ResourceTypes.SelectMany(type => type.ArnPatterns).Distinct().Take(4).ToArray();
        return string.Join(" or ", patterns.Take(3)) + (patterns.Length > 3 ? " and others" : "");
    }

    private string FindSuggestion()
    {
        if (Kind == ActionKind.NoSuchService)
        {
            var prefix = Text.Split(':')[0].Trim();
            return _catalog.SuggestService(prefix)?.Prefix ?? "";
        }

        return HasWildcard ? "" : _catalog.SuggestAction(Text)?.FullName ?? "";
    }
}
