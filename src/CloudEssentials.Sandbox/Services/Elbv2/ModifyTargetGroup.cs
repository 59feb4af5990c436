using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>Changes the health checks of a target group.</summary>
internal sealed class ModifyTargetGroup : ElbOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        ElbTargetGroup group = TargetGroup(call);
        group = group with { HealthCheck = HealthCheckSettings.Apply(call, group.HealthCheck) };
        ElbState.Of(call.State).TargetGroups[group.Arn] = group;
        return new JsonObject { ["TargetGroups"] = new JsonArray(ElbView.TargetGroup(call, group)) };
    }
}
