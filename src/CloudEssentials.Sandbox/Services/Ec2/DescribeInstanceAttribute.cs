using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>One attribute of an instance.</summary>
internal sealed class DescribeInstanceAttribute : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        Ec2Instance instance = InstanceKinds.Instance.Require(call, call.RequiredText("InstanceId"));
        Ec2NetworkInterface? primary = InstanceLifecycle.InterfacesOf(call.State, instance).FirstOrDefault();
        string attribute = call.RequiredText("Attribute");
        return new JsonObject
        {
            ["InstanceId"] = instance.Id,
            [MemberOf(attribute)] = attribute switch
            {
                "instanceType" => Value(instance.Type),
                "userData" => Value(instance.UserData),
                "disableApiTermination" => Value(instance.DisableApiTermination),
                "disableApiStop" => Value(instance.DisableApiStop),
                "instanceInitiatedShutdownBehavior" => Value(instance.ShutdownBehavior),
                "rootDeviceName" => Value(BlockDevices.RootDevice),
                "blockDeviceMapping" => new JsonArray([.. InstanceAnswer.VolumesOf(call.State, instance).Select(InstanceAnswer.Write)]),
                "productCodes" => new JsonArray(),
                "sourceDestCheck" => Value(primary?.SourceDestCheck ?? true),
                "groupSet" => primary is null ? new JsonArray() : InstanceAnswer.Groups(call.State, primary),
                "ebsOptimized" => Value(instance.EbsOptimized),
                "enaSupport" => Value(true),
                "enclaveOptions" => new JsonObject { ["Enabled"] = false },
                _ => Value(null),
            },
        };
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [new(InstanceKinds.Instance, call.RequiredText("InstanceId"))];

    private static string MemberOf(string attribute) => attribute switch
    {
        "blockDeviceMapping" => "BlockDeviceMappings",
        "groupSet" => "Groups",
        "kernel" or "ramdisk" => char.ToUpperInvariant(attribute[0]) + attribute[1..] + "Id",
        _ => char.ToUpperInvariant(attribute[0]) + attribute[1..],
    };

    private static JsonObject Value(JsonNode? value) => new() { ["Value"] = value };
}
