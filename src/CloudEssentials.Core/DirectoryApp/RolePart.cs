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

    /// <summary>Adds role and instance profile.</summary>
    /// <param name="blueprint">Where to.</param>
    /// <param name="prefix">What the logical ids begin with.</param>
    /// <param name="name">The name of role and profile.</param>
    internal static void Add(Blueprint blueprint, string prefix, string name)
    {
        DirectoryAppSpec spec = blueprint.Spec;
        JsonArray policies = [Policy(blueprint, "photos-and-employees", AppPolicy(spec))];
        // What the application does and what looks after the instance stay apart, so that one can be refused without the other.
        if (spec.EnableSessionManager)
            policies.Add(Policy(blueprint, "session-manager", TaskPolicies.Make("SessionManagerAgent")));
        string role = $"{prefix}Role";
        blueprint.AddTagged(role, "AWS::IAM::Role", name, $"What an instance acts as, without keys on it: the application's actions on {spec.PhotosBucket} and {spec.TableName} alone{(spec.EnableSessionManager ? ", and Session Manager's agent" : "")}.", new()
        {
            ["RoleName"] = name,
            ["Description"] = $"The instances of the directory application {spec.Name}.",
            ["AssumeRolePolicyDocument"] = Trust(),
            ["Policies"] = policies,
        });
        blueprint.Add($"{prefix}Profile", "AWS::IAM::InstanceProfile", name, "Hands the role to instances.", new()
        {
            ["InstanceProfileName"] = name,
            ["Roles"] = new JsonArray(Blueprint.Ref(role)),
        });
    }

    // Written out, for the generator would open the catalogue of all actions for this one.
    private static JsonObject Trust() => new()
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray(new JsonObject
        {
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { ["Service"] = "ec2.amazonaws.com" },
            ["Action"] = "sts:AssumeRole",
        }),
    };

    private static JsonObject Policy(Blueprint blueprint, string part, PolicyDocument document) => new()
    {
        ["PolicyName"] = blueprint.Spec.NameOf(part),
        ["PolicyDocument"] = JsonNode.Parse(blueprint.Document(document).ToJsonString().Replace(NoAccount, AccountReference, StringComparison.Ordinal)),
    };

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
