using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>The health of a group's targets, or of those that are named.</summary>
internal sealed class DescribeTargetHealth : ElbOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        ElbTargetGroup group = TargetGroup(call);
        List<ElbTarget> known = [.. ElbState.Of(call.State).Targets.Seen.Values
            .Where(target => target.TargetGroupArn == group.Arn && !(TargetHealth.DrainedAt(group, target) <= call.Now))];
        List<(string Id, int Port)> wanted = [.. call.Structures("Targets").Select(target => Targets.Read(target, group))];
        IEnumerable<(string Id, int Port, ElbTarget? Target)> targets = wanted.Count == 0
            ? known.Select(target => (target.Id, target.Port, (ElbTarget?)target))
            : wanted.Select(target => (target.Id, target.Port, known.Find(registered => registered.Id == target.Id && registered.Port == target.Port)));
        return new JsonObject
        {
            ["TargetHealthDescriptions"] = new JsonArray([.. targets.Select(target => ElbView.Health(call.State, group, target.Id, target.Port, target.Target))]),
        };
    }
}
