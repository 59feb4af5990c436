using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>The attributes of a target group.</summary>
internal sealed class DescribeTargetGroupAttributes : ElbOperation
{
    public override JsonObject Execute(OperationCall call) => new() { ["Attributes"] = ElbAttributes.TargetGroup.Write(TargetGroup(call).Attributes) };
}
