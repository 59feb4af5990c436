using System.Net;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Ec2;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>Registers targets with a target group.</summary>
internal sealed class RegisterTargets : ElbOperation
{
    private const int Maximum = 1000;

    public override JsonObject Execute(OperationCall call)
    {
        ElbTargetGroup group = TargetGroup(call);
        List<(string Id, int Port)> targets = [.. call.Structures("Targets").Select(target => Targets.Read(target, group))];
        _ = targets.Count > 0 ? true : throw ElbErrors.Validation("At least one target must be specified");
        foreach ((string id, _) in targets)
        {
            Check(call, group, id);
        }

        _ = ElbState.Of(call.State).TargetsOf(group.Arn).Count() + targets.Count <= Maximum
            ? true
            : throw new ServiceError("TooManyTargets", $"The maximum number of targets of a target group has been reached: {Maximum}");
        foreach ((string id, int port) in targets)
        {
            Targets.Register(call.State, group, id, port);
        }

        return [];
    }

    private static void Check(OperationCall call, ElbTargetGroup group, string id)
    {
        if (group.TargetType == "ip")
        {
            Ec2Vpc vpc = NetworkState.Of(call.State).Vpcs[group.VpcId];
            _ = IPAddress.TryParse(id, out _) ? true : throw ElbErrors.Validation($"The IP address '{id}' is not valid");
            _ = Routing.Contains(vpc.CidrBlock, id) ? true : throw ElbErrors.Validation($"The IP address '{id}' is not within the VPC '{vpc.Id}'");
            return;
        }

        Ec2Instance instance = TargetProbe.InstanceOf(call.State, group, id) is { } known && known.Region == call.Region
            ? known
            : throw new ServiceError("InvalidTarget", $"Instance ID '{id}' is not valid");
        _ = instance.VpcId == group.VpcId ? true : throw new ServiceError("InvalidTarget", $"The following targets are not in the target group VPC '{group.VpcId}': '{id}'");
        _ = InstanceLifecycle.IsRunning(call.State, instance)
            ? true
            : throw new ServiceError("InvalidTarget", $"The following targets are not in a running state and cannot be registered: '{id}'");
    }
}
