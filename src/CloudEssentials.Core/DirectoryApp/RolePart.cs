using System.Text.Json.Nodes;
using CloudEssentials.Accounts;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Generation;

namespace CloudEssentials.DirectoryApp;

/// <summary>What the instances may do: just what the application uses, and what Session Manager's agent needs.</summary>
internal static class RolePart
{
    /// <summary>Stands in a policy for the account that a template will be deployed to.</summary>
    internal const string AccountReference = "${AWS::AccountId}";

    private const string NoAccount = "000000000000";

    /// <summary>Adds role, policies and instance profile.</summary>
    /// <param name="blueprint">Where to.</param>
    /// <param name="prefix">What the logical ids begin with.</param>
    /// <param name="name">The name of role and profile.</param>
    /// <returns>The logical ids that instances depend on.</returns>
    internal static IReadOnlyList<string> Add(Blueprint blueprint, string prefix, string name)
    {
        DirectoryAppSpec spec = blueprint.Spec;
        string role = $"{prefix}Role";
        blueprint.AddTagged(role, "AWS::IAM::Role", name, "What an instance acts as, without keys on it.", new()
        {
            ["RoleName"] = name,
            ["Description"] = $"The instances of the directory application {spec.Name}.",
            ["AssumeRolePolicyDocument"] = blueprint.Document(TrustPolicies.ForService("ec2.amazonaws.com")),
        });
        List<string> policies = [$"{prefix}Policy"];
        AddPolicy(blueprint, policies[0], role, "photos-and-employees", $"The actions that the application uses, on {spec.PhotosBucket} and {spec.TableName} alone.", AppPolicy(spec));
        if (spec.EnableSessionManager)
        {
            policies.Add($"{prefix}SessionPolicy");
            AddPolicy(blueprint, policies[1], role, "session-manager", "What Session Manager's agent needs to open a shell without SSH.", TaskPolicies.Make("SessionManagerAgent"));
        }

        string profile = $"{prefix}Profile";
        blueprint.Add(profile, "AWS::IAM::InstanceProfile", name, "Hands the role to instances.", new()
        {
            ["InstanceProfileName"] = name,
            ["Roles"] = new JsonArray(Blueprint.Ref(role)),
        });
        return policies;
    }

    private static void AddPolicy(Blueprint blueprint, string logicalId, string role, string part, string why, PolicyDocument document)
    {
        string name = blueprint.Spec.NameOf(part);
        JsonNode policy = JsonNode.Parse(blueprint.Document(document).ToJsonString().Replace(NoAccount, AccountReference, StringComparison.Ordinal))!;
        blueprint.Add(logicalId, "AWS::IAM::RolePolicy", name, why, new()
        {
            ["PolicyName"] = name,
            ["RoleName"] = Blueprint.Ref(role),
            ["PolicyDocument"] = policy,
        });
    }

    private static PolicyDocument AppPolicy(DirectoryAppSpec spec)
    {
        PolicyDocument policy = PolicyTaskCatalog.Get("DirectoryAppInstance").Fill(new Dictionary<string, object?>
        {
            ["Bucket"] = spec.PhotosBucket,
            ["Table"] = spec.TableName,
            ["Region"] = spec.Region,
            ["AccountId"] = spec.AccountId ?? NoAccount,
        });
        return LeastPrivilegeGenerator.Generate(policy, new()).Documents[0];
    }
}
