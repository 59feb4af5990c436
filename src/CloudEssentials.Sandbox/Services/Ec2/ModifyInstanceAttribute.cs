using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Changes an attribute of an instance: by a parameter of its own, or by Attribute and Value.</summary>
internal sealed class ModifyInstanceAttribute : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        Ec2Instance instance = InstanceKinds.Instance.Require(call, call.RequiredText("InstanceId"));
        List<(string Attribute, string Value)> changes = [.. Changes(call)];
        if (changes.Count > 1 || (changes.Count == 0 && call.Texts("Groups").Count == 0 && call.Input["BlockDeviceMappings"] is null))
        {
            throw changes.Count > 1
                ? new ServiceError("InvalidParameterCombination", "Fields for multiple attribute types specified: only one attribute can be modified at a time")
                : new ServiceError("MissingParameter", "One attribute to modify must be specified");
        }

        foreach ((string attribute, string value) in changes)
        {
            InstanceState.Of(call.State).Instances[instance.Id] = Change(call, instance, attribute, value);
        }

        ChangeGroups(call, instance);
        ChangeVolumes(call, instance);
        return [];
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) =>
        [new(InstanceKinds.Instance, call.RequiredText("InstanceId")), .. call.Texts("Groups").Select(id => new Ec2Target(Ec2Kinds.SecurityGroup, id))];

    private static IEnumerable<(string Attribute, string Value)> Changes(OperationCall call)
    {
        if (call.Text("Attribute") is { } attribute && call.Text("Value") is { } given)
        {
            yield return (attribute, given);
        }

        foreach (string name in new[] { "InstanceType", "UserData", "DisableApiTermination", "DisableApiStop", "InstanceInitiatedShutdownBehavior", "EbsOptimized", "SourceDestCheck" })
        {
            if (call.Input[name]?["Value"] is { } value)
            {
                yield return (char.ToLowerInvariant(name[0]) + name[1..], value.GetValueKind() == System.Text.Json.JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString());
            }
        }
    }

    private static Ec2Instance Change(OperationCall call, Ec2Instance instance, string attribute, string value)
    {
        if (attribute is "instanceType" or "userData" or "ebsOptimized" && InstanceLifecycle.StateOf(call.State, instance) != InstanceLifecycle.Stopped)
        {
            throw new ServiceError("IncorrectInstanceState", $"The instance '{instance.Id}' is not in the 'stopped' state.");
        }

        switch (attribute)
        {
            case "instanceType":
                InstanceTypeFacts type = InstanceTypes.Require(value, call.Region);
                InstanceTypes.RequireIn(type, call.Region, instance.Zone);
                return type.Architecture == instance.Architecture ? instance with { Type = value } : throw new ServiceError(
                    "InvalidParameterValue", $"The architecture '{type.Architecture}' of the specified instance type does not match the architecture '{instance.Architecture}' of the instance.");
            case "userData":
                LaunchPlan.RequireUserData(value);
                return instance with { UserData = value, UserDataAtFirstBoot = instance.UserDataAtFirstBoot ?? instance.UserData ?? string.Empty };
            case "disableApiTermination":
                return instance with { DisableApiTermination = Flag(value) };
            case "disableApiStop":
                return instance with { DisableApiStop = Flag(value) };
            case "ebsOptimized":
                return instance with { EbsOptimized = Flag(value) };
            case "instanceInitiatedShutdownBehavior":
                return value is "stop" or "terminate" ? instance with { ShutdownBehavior = value }
                    : throw new ServiceError("InvalidParameterValue", $"Invalid value '{value}' for InstanceInitiatedShutdownBehavior. Valid values are 'stop' and 'terminate'.");
            case "sourceDestCheck":
                foreach (Ec2NetworkInterface attached in InstanceLifecycle.InterfacesOf(call.State, instance).ToList())
                {
                    NetworkState.Of(call.State).NetworkInterfaces[attached.Id] = attached with { SourceDestCheck = Flag(value) };
                }

                return instance;
            default:
                throw new ServiceError("InvalidParameterCombination", $"The attribute '{attribute}' cannot be modified.");
        }
    }

    private static void ChangeGroups(OperationCall call, Ec2Instance instance)
    {
        IReadOnlyList<string> ids = call.Texts("Groups");
        if (ids.Count == 0)
        {
            return;
        }

        Ec2NetworkInterface primary = InstanceLifecycle.InterfacesOf(call.State, instance).First();
        Ec2Subnet subnet = NetworkState.Of(call.State).Subnets[primary.SubnetId];
        NetworkState.Of(call.State).NetworkInterfaces[primary.Id] = primary with { SecurityGroupIds = new LaunchNetwork(call.State, call.Region).GroupsOf(ids, subnet) };
    }

    private static void ChangeVolumes(OperationCall call, Ec2Instance instance)
    {
        foreach (JsonObject mapping in call.Structures("BlockDeviceMappings"))
        {
            string? device = mapping["DeviceName"]?.GetValue<string>();
            Ec2Volume volume = InstanceAnswer.VolumesOf(call.State, instance).FirstOrDefault(known => known.Device == device)
                ?? throw new ServiceError("InvalidInstanceAttributeValue", $"No device is currently mapped at {device}");
            InstanceState.Of(call.State).Volumes[volume.Id] = volume with
            {
                DeleteOnTermination = mapping["Ebs"]?["DeleteOnTermination"]?.GetValue<bool>() ?? volume.DeleteOnTermination,
            };
        }
    }

    private static bool Flag(string value) => bool.TryParse(value, out bool flag) ? flag
        : throw new ServiceError("InvalidParameterValue", $"Invalid value '{value}' for a boolean attribute.");
}
