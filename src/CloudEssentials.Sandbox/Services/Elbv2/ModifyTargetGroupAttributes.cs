using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>Changes attributes of a target group.</summary>
internal sealed class ModifyTargetGroupAttributes : ElbOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        ElbTargetGroup group = TargetGroup(call);
        group = group with { Attributes = ElbAttributes.TargetGroup.Change(group.Attributes, call) };
        ElbState.Of(call.State).TargetGroups[group.Arn] = group;
        return new JsonObject { ["Attributes"] = ElbAttributes.TargetGroup.Write(group.Attributes) };
    }
}
