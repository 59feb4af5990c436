using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Ec2;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>Makes a target group; one of that name and the same settings is given back.</summary>
internal sealed class CreateTargetGroup : ElbOperation
{
    private const int Maximum = 3000;

    public override JsonObject Execute(OperationCall call)
    {
        string name = call.RequiredText("Name");
        ElbErrors.CheckName(name, "Target group name");
        ElbTargetGroup made = Plan(call, name);
        ResourceTable<ElbTargetGroup> groups = ElbState.Of(call.State).TargetGroups;
        List<ElbTargetGroup> here = [.. groups.Current.Values.Where(group => group.Region == call.Region)];
        if (here.Find(group => group.Name == name) is { } known)
        {
            return known with { Arn = string.Empty, Tags = made.Tags, Attributes = made.Attributes } == made
                ? Answer(call, known)
                : throw new ServiceError("DuplicateTargetGroupName", $"A target group with the same name '{name}' exists, but with different settings");
        }

        _ = here.Count < Maximum ? true : throw new ServiceError("TooManyTargetGroups", $"The maximum number of target groups has been reached: {Maximum}");
        made = made with { Arn = ArnOf(call, $"targetgroup/{name}/{call.NewId(string.Empty, 16, IdGenerator.Hexadecimal)}") };
        groups[made.Arn] = made;
        return Answer(call, made);
    }

    protected override string? NewResource(OperationCall call) => $"targetgroup/{call.RequiredText("Name")}/*";

    private static ElbTargetGroup Plan(OperationCall call, string name)
    {
        string type = call.Text("TargetType") ?? "instance";
        _ = type is "instance" or "ip" ? true : throw ElbErrors.Configuration($"The sandbox has target groups of type 'instance' and 'ip' only, not '{type}'");
        string protocol = call.Text("Protocol") ?? throw ElbErrors.Validation("A protocol must be specified");
        int port = call.Number("Port") ?? throw ElbErrors.Validation("A port must be specified");
        string vpc = call.Text("VpcId") ?? throw ElbErrors.Validation("A VPC ID must be specified");
        _ = NetworkState.Of(call.State).Vpcs.TryGet(vpc, out Ec2Vpc? known) && known.Region == call.Region ? true : throw ElbErrors.Validation($"The VPC ID '{vpc}' is not found");
        bool isHttp = protocol is "HTTP" or "HTTPS";
        return new ElbTargetGroup
        {
            Arn = string.Empty,
            Name = name,
            Protocol = protocol,
            ProtocolVersion = isHttp ? call.Text("ProtocolVersion") ?? "HTTP1" : null,
            Port = port,
            VpcId = vpc,
            TargetType = type,
            IpAddressType = call.Text("IpAddressType") ?? "ipv4",
            HealthCheck = HealthCheckSettings.Apply(call, HealthCheckSettings.Default(protocol)),
            Tags = NewTags(call),
        };
    }

    private static JsonObject Answer(OperationCall call, ElbTargetGroup group) => new() { ["TargetGroups"] = new JsonArray(ElbView.TargetGroup(call, group)) };
}
