using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>
/// What a caller must be allowed to launch upon, and what policies may ask of each: "RunInstances" in "Actions, resources, and condition keys
/// for Amazon EC2". Where the launch would not go through, it is what the parameters name.
/// </summary>
internal static class LaunchTargets
{
    // Every resource of a call is asked for, and nothing changes meanwhile.
    private static readonly ConditionalWeakTable<OperationCall, StrongBox<LaunchPlan?>> Plans = [];

    /// <summary>The call's parameters with its launch template's; its own alone where there is no such template.</summary>
    public static JsonObject Parameters(OperationCall call)
    {
        try
        {
            return LaunchParameters.Resolve(call.State, call.Region, call.Input);
        }
        catch (ServiceError)
        {
            return call.Input;
        }
    }

    public static IEnumerable<Ec2Target> Of(OperationCall call, JsonObject parameters)
    {
        LaunchPlan? plan = Plan(call, parameters);
        yield return new Ec2Target(InstanceKinds.Image, plan?.Image.Id ?? (parameters["ImageId"]?.GetValue<string>() is { } image && LaunchPlan.ParameterOf(image) is null ? image : "*"));
        yield return new Ec2Target(InstanceKinds.Instance);
        yield return new Ec2Target(Ec2Kinds.NetworkInterface);
        yield return new Ec2Target(InstanceKinds.Volume);
        foreach (string id in plan?.Interfaces.Select(made => made.Subnet.Id) ?? [parameters["SubnetId"]?.GetValue<string>() ?? "*"])
        {
            yield return new Ec2Target(Ec2Kinds.Subnet, id);
        }

        foreach (string id in plan?.Interfaces.SelectMany(made => made.GroupIds) ?? (parameters["SecurityGroupIds"]?.AsArray() ?? []).Select(id => id!.GetValue<string>()))
        {
            yield return new Ec2Target(Ec2Kinds.SecurityGroup, id);
        }

        if (parameters["KeyName"]?.GetValue<string>() is { } key)
        {
            yield return new Ec2Target(Ec2Kinds.KeyPair, Ec2Kinds.KeyPair.In(call).FirstOrDefault(pair => pair.Name == key)?.Id ?? key);
        }

        if (Template(call) is { } template)
        {
            yield return new Ec2Target(InstanceKinds.LaunchTemplate, template);
        }
    }

    /// <summary>Adds what policies may ask of what is yet to be made.</summary>
    public static Dictionary<string, object?> AddContext(Dictionary<string, object?> context, OperationCall call, JsonObject parameters, string resource)
    {
        foreach ((string key, string value) in Plan(call, parameters) is { } plan ? Of(call, plan, resource) : [])
        {
            context[key] = value;
        }

        if (Template(call) is { } template)
        {
            context["ec2:LaunchTemplate"] = InstanceKinds.LaunchTemplate.Arn(call, template);
            context["ec2:IsLaunchTemplateResource"] = InstanceKinds.Flag(IsOfTemplate(call, resource));
        }

        return context;
    }

    private static IEnumerable<(string Key, string Value)> Of(OperationCall call, LaunchPlan plan, string resource) => resource switch
    {
        _ when resource == InstanceKinds.Instance.Arn(call, "*") => InstanceKinds.Instance.ContextOf(call, plan.Preview()).Where(pair => pair.Key != "ec2:InstanceID"),
        _ when resource == InstanceKinds.Volume.Arn(call, "*") => InstanceKinds.VolumeContext(plan.Volumes[0] with { Zone = plan.Subnet.Zone }),
        _ when resource == Ec2Kinds.NetworkInterface.Arn(call, "*") =>
        [
            ("ec2:Subnet", Ec2Kinds.Subnet.Arn(call, plan.Subnet.Id)),
            ("ec2:Vpc", Ec2Kinds.VpcArn(call, plan.Subnet.VpcId)),
            ("ec2:AvailabilityZone", plan.Subnet.Zone),
            ("ec2:AssociatePublicIpAddress", InstanceKinds.Flag(plan.Interfaces[0].MapsPublicIp)),
        ],
        _ => [],
    };

    // A resource is the template's where the call itself says nothing of it.
    private static bool IsOfTemplate(OperationCall call, string resource)
    {
        string name = resource.Split(':')[^1].Split('/')[0] switch
        {
            "image" => "ImageId",
            "subnet" => "SubnetId",
            "security-group" => "SecurityGroupIds",
            "key-pair" => "KeyName",
            "volume" => "BlockDeviceMappings",
            "network-interface" => "NetworkInterfaces",
            _ => "InstanceType",
        };
        return call.Input[name] is null or JsonArray { Count: 0 };
    }

    private static string? Template(OperationCall call) => call.Input["LaunchTemplate"] is not JsonObject named ? null
        : LaunchTemplates.Find(call.State, call.Region, named["LaunchTemplateId"]?.GetValue<string>(), named["LaunchTemplateName"]?.GetValue<string>())?.Id
            ?? named["LaunchTemplateId"]?.GetValue<string>() ?? "*";

    private static LaunchPlan? Plan(OperationCall call, JsonObject parameters) => Plans.GetValue(call, known =>
    {
        try
        {
            return new StrongBox<LaunchPlan?>(LaunchPlan.Make(known.State, known.Region, parameters));
        }
        catch (ServiceError)
        {
            return new StrongBox<LaunchPlan?>(null);
        }
    }).Value;
}
