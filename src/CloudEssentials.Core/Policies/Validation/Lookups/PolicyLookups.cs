using CloudEssentials.Catalog;

namespace CloudEssentials.Policies.Validation.Lookups;

/// <summary>What the rules ask the catalogue, each question answered once.</summary>
internal sealed class PolicyLookups
{
    private readonly BoundedCache<ActionInfo> _actions;
    private readonly BoundedCache<ArnInfo> _arns;
    private readonly BoundedCache<ConditionKeyInfo> _keys;
    private readonly BoundedCache<OperatorInfo> _operators = new(static text => new(text), 1_000);

    public PolicyLookups(ActionCatalog catalog)
    {
        Catalog = catalog;
        Shapes = new(catalog);
        _actions = new(text => new(text, catalog));
        _arns = new(text => new(text, Shapes));
        KeySupport support = new();
        _keys = new(text => new(text, catalog, support));
    }

    public ActionCatalog Catalog { get; }

    public ArnShapes Shapes { get; }

    public ActionInfo Action(string text) => _actions.Get(text);

    public ArnInfo Arn(string text) => _arns.Get(text);

    public ConditionKeyInfo Key(string text) => _keys.Get(text);

    public OperatorInfo Operator(string text) => _operators.Get(text);
}
