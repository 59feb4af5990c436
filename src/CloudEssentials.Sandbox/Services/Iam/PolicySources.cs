using CloudEssentials.Policies;
using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Finds the user, group or role whose policies an operation is about.</summary>
internal static class PolicySources
{
    /// <exception cref="Wire.ServiceError">NoSuchEntity or InvalidInput.</exception>
    public static IamIdentity Find(OperationCall call, string arn)
    {
        IamState iam = IamState.Of(call.State);
        string[] parts = arn.Split(':', 6);
        string name = arn[(arn.LastIndexOf('/') + 1)..];
        IamIdentity? identity = parts.Length < 6 ? null : parts[5].Split('/')[0] switch
        {
            "user" => iam.Users.TryGetSeen(name, out IamUser? user) ? user : null,
            "group" => iam.Groups.TryGetSeen(name, out IamGroup? group) ? group : null,
            "role" => iam.Roles.TryGetSeen(name, out IamRole? role) ? role : null,
            _ => throw IamErrors.InvalidInput($"Invalid Entity Arn: {arn} does not clearly define entity type and name."),
        };
        return identity?.Arn == arn ? identity : throw IamErrors.NoSuchEntity($"The policy source {arn} cannot be found.");
    }

    /// <summary>Policies that a call brings along, named by their place in the list.</summary>
    public static IReadOnlyList<NamedPolicy> Given(OperationCall call, string list)
    {
        List<NamedPolicy> policies = [];
        foreach (string text in call.Texts(list))
        {
            policies.Add(PolicyDocument.TryParse(text, out PolicyDocument? document, out _)
                ? new NamedPolicy($"{list}.{policies.Count + 1}", document)
                : throw IamErrors.InvalidInput($"Invalid policy in {list}: syntax errors in policy."));
        }

        return policies;
    }
}
