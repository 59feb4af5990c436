namespace CloudEssentials.Policies;

/// <summary>One statement of a policy. Elements that the document lacks are null; wrong shapes are kept, for validation to report.</summary>
public sealed class PolicyStatement
{
    internal PolicyStatement(PolicyNode node, int index)
    {
        Node = node;
        Index = index;
        List<PolicyNode>? unknown = null;
        foreach (var child in node.Kind == PolicyNodeKind.Object ? node.ChildArray : [])
        {
            switch (child.Name)
            {
                case PolicyElementName.Sid: SidNode = child; break;
                case PolicyElementName.Effect: EffectNode = child; break;
                case PolicyElementName.Principal: Principal = new(child); break;
                case PolicyElementName.NotPrincipal: NotPrincipal = new(child); break;
                case PolicyElementName.Action: Action = new(child); break;
                case PolicyElementName.NotAction: NotAction = new(child); break;
                case PolicyElementName.Resource: Resource = new(child); break;
                case PolicyElementName.NotResource: NotResource = new(child); break;
                case PolicyElementName.Condition: ConditionNode = child; break;
                default: (unknown ??= []).Add(child); break;
            }
        }

        UnknownElements = unknown is null ? [] : unknown;
        Condition = ConditionNode is { Kind: PolicyNodeKind.Object }
            ? Array.ConvertAll(ConditionNode.ChildArray, child => new PolicyConditionBlock(child))
            : [];
    }

    /// <summary>Its place in the document, from 0.</summary>
    public int Index { get; }

    /// <summary>The statement itself; not an object when the document is wrong there.</summary>
    internal PolicyNode Node { get; }

    /// <summary>The statement's id, or null when there is none or it is not a string.</summary>
    public string? Sid => StringOf(SidNode);

    /// <summary>The <c>Sid</c> element.</summary>
    internal PolicyNode? SidNode { get; }

    /// <summary>The effect as written, or null when there is none or it is not a string.</summary>
    public string? Effect => StringOf(EffectNode);

    /// <summary>The <c>Effect</c> element.</summary>
    internal PolicyNode? EffectNode { get; }

    /// <summary>Whether the effect is <c>Allow</c>; case counts.</summary>
    public bool IsAllow => Effect == "Allow";

    /// <summary>Whether the effect is <c>Deny</c>; case counts.</summary>
    public bool IsDeny => Effect == "Deny";

    /// <summary>The <c>Principal</c> element.</summary>
    public PolicyPrincipal? Principal { get; }

    /// <summary>The <c>NotPrincipal</c> element.</summary>
    public PolicyPrincipal? NotPrincipal { get; }

    /// <summary>The <c>Action</c> element.</summary>
    public PolicyValues? Action { get; }

    /// <summary>The <c>NotAction</c> element.</summary>
    public PolicyValues? NotAction { get; }

    /// <summary>The <c>Resource</c> element.</summary>
    public PolicyValues? Resource { get; }

    /// <summary>The <c>NotResource</c> element.</summary>
    public PolicyValues? NotResource { get; }

    /// <summary>The operators of the <c>Condition</c> element, in order; empty when there is none or it is not an object.</summary>
    public IReadOnlyList<PolicyConditionBlock> Condition { get; }

    /// <summary>The <c>Condition</c> element.</summary>
    internal PolicyNode? ConditionNode { get; }

    /// <summary>Elements that the policy grammar does not know, in order.</summary>
    internal IReadOnlyList<PolicyNode> UnknownElements { get; }

    /// <summary>Whether a list that says what it is about is there and empty, so that no request matches it.</summary>
    internal bool AppliesToNothing => Action is { Count: 0 } || Resource is { Count: 0 };

    /// <summary>The statement as canonical JSON on one line.</summary>
    public override string ToString() => Node.ToJson(PolicyJsonStyle.Canonical);

    private static string? StringOf(PolicyNode? node) => node is { IsString: true } ? node.Text : null;
}
