using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Every user, group, role and policy in force, with its documents and attachments.</summary>
internal sealed class GetAccountAuthorizationDetails : IamOperation
{
    // Keys begin with a digit, so that pages go through one kind after the other.
    private static IEnumerable<(string Key, string Kind, string List, object Entity)> AllOf(IamState iam) =>
        iam.Users.Seen.Values.Select(user => ($"1 {user.Name}", "User", "UserDetailList", (object)user))
            .Concat(iam.Groups.Seen.Values.Select(group => ($"2 {group.Name}", "Group", "GroupDetailList", (object)group)))
            .Concat(iam.Roles.Seen.Values.Select(role => ($"3 {role.Name}", "Role", "RoleDetailList", (object)role)))
            .Concat(iam.Policies.Seen.Values.Select(policy => ($"4 {policy.Arn}", "LocalManagedPolicy", "Policies", (object)policy)))
            .Concat(iam.Use.Arns
                .Where(ManagedPolicies.IsAws)
                .Order(StringComparer.OrdinalIgnoreCase)
                .Select(arn => ManagedPolicies.Seen(iam, arn))
                .OfType<IamPolicy>()
                .Select(policy => ($"5 {policy.Arn}", "AWSManagedPolicy", "Policies", (object)policy)));

    private static JsonObject Write(IamState iam, object entity, ILookup<string, IamInstanceProfile> profiles)
    {
        switch (entity)
        {
            case IamUser user:
                JsonObject answer = IamView.User(user, whole: true);
                answer.Remove("PasswordLastUsed");
                answer["GroupList"] = new JsonArray([.. user.Groups.Select(group => JsonValue.Create(group))]);
                return WithPolicies(answer, user, "UserPolicyList");
            case IamGroup group:
                return WithPolicies(IamView.Group(group), group, "GroupPolicyList");
            case IamRole role:
                JsonObject details = IamView.Role(role, whole: true);
                details["InstanceProfileList"] = new JsonArray([.. profiles[role.Name].Select(profile => IamView.InstanceProfile(iam, profile, withTags: false))]);
                return WithPolicies(details, role, "RolePolicyList");
            default:
                var policy = (IamPolicy)entity;
                JsonObject written = IamView.Policy(iam, policy, whole: true);
                written["PolicyVersionList"] = new JsonArray([.. policy.Versions.Select(version => IamView.Version(
                    policy, ManagedPolicies.IsAws(policy.Arn) ? version with { Document = ManagedPolicies.DefaultDocument(policy) } : version, withDocument: true))]);
                return written;
        }
    }

    private static JsonObject WithPolicies(JsonObject answer, IamIdentity identity, string inlineList)
    {
        answer[inlineList] = new JsonArray([.. identity.InlinePolicies.Select(policy => new JsonObject
        {
            ["PolicyName"] = policy.Key,
            ["PolicyDocument"] = IamView.Document(policy.Value),
        })]);
        answer["AttachedManagedPolicies"] = new JsonArray([.. identity.AttachedPolicies.Select(arn => new JsonObject
        {
            // A policy's name is the last part of its ARN.
            ["PolicyName"] = arn[(arn.LastIndexOf('/') + 1)..],
            ["PolicyArn"] = arn,
        })]);
        return answer;
    }

    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        HashSet<string> kinds = [.. call.Texts("Filter")];
        IEnumerable<(string Key, string List, object Entity)> entities = AllOf(iam)
            .Where(item => kinds.Count == 0 || kinds.Contains(item.Kind))
            .Select(item => (item.Key, item.List, item.Entity));
        ILookup<string, IamInstanceProfile> profiles = iam.InstanceProfiles.Seen.Values
            .Where(profile => profile.RoleName is not null)
            .ToLookup(profile => profile.RoleName!, StringComparer.OrdinalIgnoreCase);
        JsonObject page = IamPage.Of(call, entities, item => item.Key, "All", item => new JsonObject { [item.List] = Write(iam, item.Entity, profiles) });
        JsonObject answer = new()
        {
            ["UserDetailList"] = new JsonArray(),
            ["GroupDetailList"] = new JsonArray(),
            ["RoleDetailList"] = new JsonArray(),
            ["Policies"] = new JsonArray(),
            ["IsTruncated"] = page["IsTruncated"]!.DeepClone(),
            ["Marker"] = page["Marker"]?.DeepClone(),
        };
        foreach (JsonNode? item in page["All"]!.AsArray())
        {
            (string list, JsonNode? entity) = item!.AsObject().First();
            item.AsObject().Remove(list);
            answer[list]!.AsArray().Add(entity);
        }

        return answer;
    }
}
