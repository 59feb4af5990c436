using System.Text.Json.Nodes;

namespace CloudEssentials.DirectoryApp;

/// <summary>The instances, what keeps their number, and what spreads the users over them.</summary>
internal static class ServingPart
{
    internal const string LoadBalancer = "LoadBalancer";
    internal const string TargetGroup = "TargetGroup";
    internal const string Group = "AutoScalingGroup";

    private const string Listener = "Listener";
    private const string Template = "LaunchTemplate";

    /// <summary>Adds the launch template.</summary>
    internal static void AddTemplate(Blueprint blueprint, string profile)
    {
        DirectoryAppSpec spec = blueprint.Spec;
        string name = spec.NameOf("app");
        JsonObject data = new()
        {
            ["ImageId"] = spec.ImageUsed,
            ["InstanceType"] = spec.InstanceType,
            ["IamInstanceProfile"] = new JsonObject { ["Arn"] = Blueprint.GetAtt(profile, "Arn") },
            ["SecurityGroupIds"] = new JsonArray(Blueprint.GetAtt(SecurityGroupPart.App, "GroupId")),
            ["MetadataOptions"] = new JsonObject { ["HttpEndpoint"] = "enabled", ["HttpTokens"] = "required", ["HttpPutResponseHopLimit"] = 1 },
            ["BlockDeviceMappings"] = new JsonArray(new JsonObject
            {
                ["DeviceName"] = "/dev/xvda",
                ["Ebs"] = new JsonObject { ["Encrypted"] = true, ["VolumeType"] = "gp3", ["DeleteOnTermination"] = true },
            }),
            ["UserData"] = DirectoryAppUserData.Encode(DirectoryAppUserData.For(spec)),
            ["TagSpecifications"] = new JsonArray(blueprint.TagSpecification("instance", "Instance", name), blueprint.TagSpecification("volume", "Volume", name)),
        };
        if (spec.KeyName is { } key)
            data["KeyName"] = key;
        blueprint.Add(Template, "AWS::EC2::LaunchTemplate", name, $"What an instance is: {spec.InstanceType}, IMDSv2 alone, an encrypted volume, the application installed at its first boot.", new()
        {
            ["LaunchTemplateName"] = name,
            ["LaunchTemplateData"] = data,
            ["TagSpecifications"] = new JsonArray(blueprint.TagSpecification("launch-template", Template, name)),
        });
    }

    /// <summary>Adds load balancer, target group and listener.</summary>
    internal static void AddLoadBalancer(Blueprint blueprint)
    {
        DirectoryAppSpec spec = blueprint.Spec;
        blueprint.AddTagged(LoadBalancer, "AWS::ElasticLoadBalancingV2::LoadBalancer", spec.NameOf("alb"), $"The one address of the application, in {spec.ZonesUsed} zones.", new()
        {
            ["Name"] = spec.NameOf("alb"),
            ["Type"] = "application",
            ["Scheme"] = "internet-facing",
            ["IpAddressType"] = "ipv4",
            ["Subnets"] = Blueprint.Refs(NetworkPart.PublicSubnet, spec.ZonesUsed),
            ["SecurityGroups"] = new JsonArray(Blueprint.GetAtt(SecurityGroupPart.LoadBalancer, "GroupId")),
        }, NetworkPart.PublicRoute);
        blueprint.AddTagged(TargetGroup, "AWS::ElasticLoadBalancingV2::TargetGroup", spec.NameOf("app"), "The instances that answer: in after 2 good answers, out after 5 bad ones.", new()
        {
            ["Name"] = spec.NameOf("app"),
            ["VpcId"] = Blueprint.Ref(NetworkPart.Vpc),
            ["TargetType"] = "instance",
            ["Protocol"] = "HTTP",
            ["Port"] = 80,
            ["HealthCheckProtocol"] = "HTTP",
            ["HealthCheckPath"] = "/",
            ["HealthCheckIntervalSeconds"] = 40,
            ["HealthCheckTimeoutSeconds"] = 30,
            ["HealthyThresholdCount"] = 2,
            ["UnhealthyThresholdCount"] = 5,
            ["Matcher"] = new JsonObject { ["HttpCode"] = "200" },
            ["TargetGroupAttributes"] = new JsonArray(new JsonObject { ["Key"] = "stickiness.enabled", ["Value"] = "false" }),
        });
        blueprint.Add(Listener, "AWS::ElasticLoadBalancingV2::Listener", spec.NameOf("alb"), "Hands what comes by HTTP to the instances.", new()
        {
            ["LoadBalancerArn"] = Blueprint.Ref(LoadBalancer),
            ["Protocol"] = "HTTP",
            ["Port"] = 80,
            ["DefaultActions"] = new JsonArray(new JsonObject { ["Type"] = "forward", ["TargetGroupArn"] = Blueprint.Ref(TargetGroup) }),
        });
    }

    /// <summary>Adds the group and its policy.</summary>
    internal static void AddGroup(Blueprint blueprint)
    {
        DirectoryAppSpec spec = blueprint.Spec;
        string name = spec.NameOf("asg");
        JsonArray tags = blueprint.Tags(Group, name);
        // The instances have their own from the launch template.
        foreach (JsonNode? tag in tags)
            tag!["PropagateAtLaunch"] = false;
        blueprint.Add(Group, "AWS::AutoScaling::AutoScalingGroup", name, $"Keeps {spec.DesiredCapacity} instances, never under {spec.MinSize} or over {spec.MaxSize}, spread over the zones, and replaces those that do not answer.", new()
        {
            ["AutoScalingGroupName"] = name,
            ["MinSize"] = $"{spec.MinSize}",
            ["DesiredCapacity"] = $"{spec.DesiredCapacity}",
            ["MaxSize"] = $"{spec.MaxSize}",
            ["LaunchTemplate"] = new JsonObject { ["LaunchTemplateId"] = Blueprint.Ref(Template), ["Version"] = Blueprint.GetAtt(Template, "LatestVersionNumber") },
            ["VPCZoneIdentifier"] = Blueprint.Refs(NetworkPart.InstanceSubnet(spec), spec.ZonesUsed),
            ["TargetGroupARNs"] = new JsonArray(Blueprint.Ref(TargetGroup)),
            ["HealthCheckType"] = "ELB",
            ["HealthCheckGracePeriod"] = spec.WarmupSeconds,
            ["NotificationConfigurations"] = new JsonArray(WatchPart.Notifications()),
            ["Tags"] = tags,
        }, [Listener, .. NetworkPart.WayOut(spec)]);
        blueprint.Add("ScalingPolicy", "AWS::AutoScaling::ScalingPolicy", spec.NameOf("cpu"), $"Adds and removes instances so that their processors are used at {spec.TargetCpu} %.", new()
        {
            ["AutoScalingGroupName"] = Blueprint.Ref(Group),
            ["PolicyType"] = "TargetTrackingScaling",
            ["EstimatedInstanceWarmup"] = spec.WarmupSeconds,
            ["TargetTrackingConfiguration"] = new JsonObject
            {
                ["PredefinedMetricSpecification"] = new JsonObject { ["PredefinedMetricType"] = "ASGAverageCPUUtilization" },
                ["TargetValue"] = spec.TargetCpu,
            },
        });
    }
}
