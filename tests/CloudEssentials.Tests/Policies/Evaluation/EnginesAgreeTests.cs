using System.Text;
using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Tests.Policies.Evaluation;

public sealed class EnginesAgreeTests
{
    private const int RequestsOfOneSet = 20;

    [Fact]
    public void The_compiled_engine_decides_as_the_plain_one_over_100_000_random_requests()
    {
        Dictionary<AccessVerdict, int> verdicts = [];
        List<string> differences = [];
        RandomPolicies random = new(20260301);
        for (int i = 0; i < 100_000 / RequestsOfOneSet; i++)
        {
            PolicySet policies = random.NextSet();
            CompiledPolicySet compiled = CompiledPolicySet.Compile(policies);
            ReferenceEngine reference = new(policies);
            for (int j = 0; j < RequestsOfOneSet; j++)
            {
                ReferenceRequest request = random.NextRequest();
                AccessVerdict wanted = reference.Decide(request);
                AccessVerdict found = compiled.Decide(request.ToRequest()).Decision;
                verdicts[wanted] = verdicts.GetValueOrDefault(wanted) + 1;
                if (wanted != found && differences.Count < 3)
                    differences.Add(Describe(policies, compiled, request, wanted));
            }
        }

        Assert.True(differences.Count == 0, string.Join("\n\n", differences));

        // Random policies that nearly always come to the same would prove little.
        Assert.All(Enum.GetValues<AccessVerdict>(), verdict => Assert.True(verdicts[verdict] > 5_000, $"{verdict}: {verdicts[verdict]}"));
    }

    private static string Describe(PolicySet policies, CompiledPolicySet compiled, ReferenceRequest request, AccessVerdict wanted)
    {
        StringBuilder text = new($"{request}\nplain engine: {wanted}\n{compiled.Evaluate(request.ToRequest()).Explanation}\n");
        IEnumerable<NamedPolicy?> all =
        [
            .. policies.IdentityPolicies, policies.PermissionsBoundary, .. policies.SessionPolicies ?? [], policies.ResourcePolicy, policies.VpcEndpointPolicy,
            .. (policies.ServiceControlPolicies ?? []).Concat(policies.ResourceControlPolicies ?? []).SelectMany(level => level.Policies),
        ];
        foreach (NamedPolicy? policy in all)
        {
            if (policy is not null)
                text.Append(policy.Name).Append(": ").Append(policy.Document.ToJson(CloudEssentials.Policies.PolicyJsonStyle.Compact)).Append('\n');
        }

        return text.ToString();
    }
}
