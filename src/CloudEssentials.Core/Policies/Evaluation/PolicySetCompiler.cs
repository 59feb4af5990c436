namespace CloudEssentials.Policies.Evaluation;

/// <summary>Reads all the statements of a set, layer by layer, and what in them AWS would not accept.</summary>
internal sealed class PolicySetCompiler(PolicySet policies)
{
    private readonly List<CompiledStatement> _statements = [];
    private readonly List<PolicyProblem> _problems = [];

    /// <summary>Reads them.</summary>
    public (IReadOnlyList<CompiledStatement> Statements, IReadOnlyList<PolicyProblem> Problems) Read()
    {
        // The order in which statements are named as the reason of a decision: the widest policies first.
        AddLevels(PolicyType.ServiceControl, policies.ServiceControlPolicies, level => PolicyLayer.FirstServiceControl + level);
        AddLevels(PolicyType.ResourceControl, policies.ResourceControlPolicies, _ => PolicyLayer.ResourceControl);
        Add(PolicyType.VpcEndpoint, PolicyLayer.VpcEndpoint, policies.VpcEndpointPolicy);
        Add(PolicyType.Resource, PolicyLayer.Resource, policies.ResourcePolicy);
        foreach (NamedPolicy policy in policies.IdentityPolicies)
            Add(PolicyType.Identity, PolicyLayer.Identity, policy);
        Add(PolicyType.PermissionsBoundary, PolicyLayer.Boundary, policies.PermissionsBoundary);
        foreach (NamedPolicy policy in policies.SessionPolicies ?? [])
            Add(PolicyType.Session, PolicyLayer.Session, policy);
        return (_statements, _problems);
    }

    private void AddLevels(PolicyType type, IReadOnlyList<PolicyLevel>? levels, Func<int, int> layerOf)
    {
        if (levels is { Count: > PolicyLevel.Maximum })
        {
            throw new CloudException(
                "PolicyLevelsTooMany",
                $"There are {levels.Count} levels of control policies, and {PolicyLevel.Maximum} is the most.",
                CloudErrorCategory.InvalidArgument,
                levels.Count,
                "Give one level for the root, one for each organizational unit on the way, and one for the account.");
        }

        for (int level = 0; level < levels?.Count; level++)
        {
            foreach (NamedPolicy policy in levels[level].Policies)
                Add(type, layerOf(level), policy);
        }
    }

    private void Add(PolicyType type, int layer, NamedPolicy? policy)
    {
        if (policy is null)
            return;
        if (policy.Document.Statements.Count == 0)
            _problems.Add(new(type, policy.Name, -1, "it has no statements"));
        List<string> problems = [];
        foreach (PolicyStatement source in policy.Document.Statements)
        {
            problems.Clear();
            PolicyType kind = type == PolicyType.Resource && IsTrust(source) ? PolicyType.Trust : type;
            _statements.Add(new(kind, policy, source, layer, problems));
            foreach (string problem in problems)
                _problems.Add(new(kind, policy.Name, source.Index, problem));
        }
    }

    // A trust policy has no Resource, and all its actions are those of STS.
    private static bool IsTrust(PolicyStatement statement) =>
        statement.Resource is null
        && statement.NotResource is null
        && statement.Action is { Count: > 0 } actions
        && actions.All(action => action.StartsWith("sts:", StringComparison.OrdinalIgnoreCase));
}
