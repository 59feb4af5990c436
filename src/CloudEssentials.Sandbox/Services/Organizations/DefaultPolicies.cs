namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>What is made new in an organization allows everything, wherever a type of control policy is enabled.</summary>
internal static class DefaultPolicies
{
    public static void Attach(OrgState state, OrgFacts facts, string target)
    {
        foreach (OrgPolicy policy in state.Policies.Current.Values.Where(policy => policy.IsAws && facts.PolicyTypes.Contains(policy.Type)).ToList())
        {
            state.Policies[policy.Id] = policy with { Targets = policy.Targets.Add(target) };
        }
    }
}
