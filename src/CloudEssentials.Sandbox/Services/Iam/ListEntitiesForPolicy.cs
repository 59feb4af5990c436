using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Who uses a managed policy.</summary>
internal sealed class ListEntitiesForPolicy : PolicyOperation
{
    private static string KindOf(IamIdentity entity) => entity switch { IamGroup => "Group", IamRole => "Role", _ => "User" };

    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        string arn = Seen(call).Arn;
        string prefix = call.Text("PathPrefix") ?? "/";
        string? filter = call.Text("EntityFilter");
        string? usage = call.Text("PolicyUsageFilter");
        IEnumerable<IamIdentity> entities = iam.Groups.Seen.Values.Concat<IamIdentity>(iam.Users.Seen.Values).Concat(iam.Roles.Seen.Values)
            .Where(entity => filter is null || filter == KindOf(entity))
            .Where(entity => entity.Path.StartsWith(prefix, StringComparison.Ordinal))
            .Where(entity => (usage != "PermissionsBoundary" && entity.AttachedPolicies.Contains(arn))
                || (usage != "PermissionsPolicy" && IamIdentity.BoundaryOf(entity) == arn));
        JsonObject answer = IamPage.Of(call, entities, entity => $"{KindOf(entity)} {entity.Name}", "All", entity => new JsonObject
        {
            [$"{KindOf(entity)}Name"] = entity.Name,
            [$"{KindOf(entity)}Id"] = entity.Id,
        });
        List<JsonNode?> page = [.. answer["All"]!.AsArray()];
        answer.Remove("All");
        foreach (string kind in new[] { "Group", "User", "Role" })
        {
            answer[$"Policy{kind}s"] = new JsonArray([.. page.Where(entity => entity![$"{kind}Name"] is not null).Select(entity => entity!.DeepClone())]);
        }

        return answer;
    }
}
