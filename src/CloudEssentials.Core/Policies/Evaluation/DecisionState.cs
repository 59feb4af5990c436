namespace CloudEssentials.Policies.Evaluation;

/// <summary>What is known so far of a request in the course of one decision: by layer, the first statement that allows.</summary>
internal ref struct DecisionState
{
    /// <summary>No statement.</summary>
    public const int None = int.MaxValue;

    private readonly ulong _applicable;
    private readonly Span<int> _allows;
    private readonly Span<int> _missing;

    /// <summary>Begins a decision.</summary>
    /// <param name="applicable">A bit for each layer that binds this request.</param>
    /// <param name="allows">Room for one number a layer.</param>
    /// <param name="missing">Room for one number a layer.</param>
    public DecisionState(ulong applicable, Span<int> allows, Span<int> missing)
    {
        _applicable = applicable;
        _allows = allows;
        _missing = missing;
        allows.Fill(None);
        missing.Fill(None);
    }

    /// <summary>The first statement that denies.</summary>
    public int Deny { get; private set; } = None;

    /// <summary>The first statement of the resource's policy that allows the principal itself, or everyone.</summary>
    public int AllowDirect { get; private set; } = None;

    /// <summary>The first that allows the principal's role, or the user who federated.</summary>
    public int AllowParent { get; private set; } = None;

    /// <summary>The first that allows the principal's account.</summary>
    public int AllowAccount { get; private set; } = None;

    /// <summary>Whether a layer binds this request.</summary>
    public readonly bool Applies(int layer) => (_applicable & (1UL << layer)) != 0;

    /// <summary>The first statement of a layer that allows.</summary>
    public readonly int Allow(int layer) => _allows[layer];

    /// <summary>The first statement of a layer that would allow, were a context key present.</summary>
    public readonly int Missing(int layer) => _missing[layer];

    /// <summary>Whether it still matters what a statement says.</summary>
    public readonly bool Wants(CompiledStatement statement)
    {
        if (!Applies(statement.Layer))
            return false;
        if (statement.IsDeny)
            return statement.Order < Deny;
        return Deny == None && statement.Order < (statement.Layer == PolicyLayer.Resource ? AllowDirect : _allows[statement.Layer]);
    }

    /// <summary>Takes in what a statement says that covers the request's action.</summary>
    public void Consider(CompiledStatement statement, AccessRequest request)
    {
        if (!Wants(statement))
            return;
        StatementMatch match = statement.Match(request, out PrincipalMatch principal);
        if (match == StatementMatch.No)
            return;

        if (statement.IsDeny)
        {
            if (match == StatementMatch.Yes)
                Deny = statement.Order;
        }
        else if (match == StatementMatch.KeyMissing)
        {
            _missing[statement.Layer] = Math.Min(_missing[statement.Layer], statement.Order);
        }
        else
        {
            Allow(statement, principal);
        }
    }

    private void Allow(CompiledStatement statement, PrincipalMatch principal)
    {
        _allows[statement.Layer] = Math.Min(_allows[statement.Layer], statement.Order);
        if (statement.Layer != PolicyLayer.Resource)
            return;
        switch (principal)
        {
            case PrincipalMatch.Direct:
                AllowDirect = Math.Min(AllowDirect, statement.Order);
                break;
            case PrincipalMatch.Parent:
                AllowParent = Math.Min(AllowParent, statement.Order);
                break;
            default:
                AllowAccount = Math.Min(AllowAccount, statement.Order);
                break;
        }
    }
}
