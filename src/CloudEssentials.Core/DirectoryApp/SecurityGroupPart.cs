using System.Text.Json.Nodes;

namespace CloudEssentials.DirectoryApp;

/// <summary>Who reaches the application by the network. Nobody reaches it by SSH.</summary>
internal static class SecurityGroupPart
{
    internal const string LoadBalancer = "LoadBalancerSecurityGroup";
    internal const string App = "AppSecurityGroup";
    internal const string Instance = "InstanceSecurityGroup";

    private const int Port = 80;

    /// <summary>Adds the groups of the load balancer and of the instances behind it.</summary>
    internal static void AddForStack(Blueprint blueprint)
    {
        DirectoryAppSpec spec = blueprint.Spec;
        Add(blueprint, LoadBalancer, "alb", $"Lets {spec.AllowedCidr} reach the load balancer by HTTP.", Blueprint.Ref(NetworkPart.Vpc), FromAddresses(spec));
        Add(blueprint, App, "app", "Lets nothing but the load balancer reach the instances.", Blueprint.Ref(NetworkPart.Vpc), Rule("SourceSecurityGroupId", Blueprint.GetAtt(LoadBalancer, "GroupId"), "HTTP from the load balancer"));
    }

    /// <summary>Adds the group of instances that users reach directly.</summary>
    internal static void AddForInstance(Blueprint blueprint, string? vpcId)
    {
        DirectoryAppSpec spec = blueprint.Spec;
        Add(blueprint, Instance, "instance", $"Lets {spec.AllowedCidr} reach the instances by HTTP.", vpcId is null ? null : JsonValue.Create(vpcId), FromAddresses(spec));
    }

    private static void Add(Blueprint blueprint, string logicalId, string part, string why, JsonNode? vpc, JsonObject rule)
    {
        string name = blueprint.Spec.NameOf(part);
        JsonObject properties = new() { ["GroupName"] = name, ["GroupDescription"] = why.TrimEnd('.'), ["SecurityGroupIngress"] = new JsonArray(rule) };
        if (vpc is not null)
            properties["VpcId"] = vpc;
        blueprint.AddTagged(logicalId, "AWS::EC2::SecurityGroup", name, why, properties);
    }

    private static JsonObject FromAddresses(DirectoryAppSpec spec) => Rule("CidrIp", spec.AllowedCidr, "HTTP from users");

    private static JsonObject Rule(string property, JsonNode source, string description) => new()
    {
        ["IpProtocol"] = "tcp",
        ["FromPort"] = Port,
        ["ToPort"] = Port,
        [property] = source,
        ["Description"] = description,
    };
}
