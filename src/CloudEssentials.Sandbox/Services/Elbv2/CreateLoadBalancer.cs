using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Ec2;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>Makes an application load balancer; one of that name and the same settings is given back.</summary>
internal sealed class CreateLoadBalancer : ElbOperation
{
    private const int Maximum = 50;
    private const string ServiceName = "elasticloadbalancing.amazonaws.com";

    public override IReadOnlyDictionary<string, object?> Context(OperationCall call) => new Dictionary<string, object?>(base.Context(call)) { ["iam:AWSServiceName"] = ServiceName };

    public override IEnumerable<(string Action, string Resource)> FurtherPermissions(OperationCall call) =>
        [.. base.FurtherPermissions(call), .. ServiceLinkedRoles.Needed(call, ServiceName)];

    public override JsonObject Execute(OperationCall call)
    {
        string name = call.RequiredText("Name");
        ElbErrors.CheckName(name, "The load balancer name");
        _ = name.StartsWith("internal-", StringComparison.Ordinal) ? throw ElbErrors.Validation($"The load balancer name '{name}' cannot begin with 'internal-'") : true;
        _ = (call.Text("Type") ?? "application") == "application" ? true : throw ElbErrors.Configuration("The sandbox has load balancers of type 'application' only");
        ElbLoadBalancer made = Plan(call, name);
        ResourceTable<ElbLoadBalancer> balancers = ElbState.Of(call.State).LoadBalancers;
        List<ElbLoadBalancer> here = [.. balancers.Current.Values.Where(balancer => balancer.Region == call.Region)];
        if (here.Find(balancer => balancer.Name == name) is { } known)
        {
            return IsSame(known, made)
                ? Answer(call, known)
                : throw new ServiceError("DuplicateLoadBalancerName", $"A load balancer with the same name '{name}' exists, but with different settings");
        }

        _ = here.Count < Maximum ? true : throw new ServiceError("TooManyLoadBalancers", $"The maximum number of load balancers has been reached: {Maximum}");
        ElbNetwork.RequireUsable(call, made.SubnetIds.Select(id => NetworkState.Of(call.State).Subnets[id]), made.Scheme == "internet-facing");
        ServiceLinkedRoles.Ensure(call, ServiceName);
        string id = call.NewId(string.Empty, 16, IdGenerator.Hexadecimal);
        string number = call.NewId(string.Empty, 10, "0123456789");
        string suffix = call.Partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
        made = made with
        {
            Arn = ArnOf(call, $"loadbalancer/app/{name}/{id}"),
            DnsName = $"{(made.Scheme == "internal" ? "internal-" : string.Empty)}{name}-{number}.{call.Region}.elb.{suffix}",
        };
        balancers[made.Arn] = made;
        ElbNetwork.Attach(call.State, made);
        return Answer(call, made);
    }

    protected override string? NewResource(OperationCall call) => $"loadbalancer/app/{call.RequiredText("Name")}/*";

    private static ElbLoadBalancer Plan(OperationCall call, string name)
    {
        IReadOnlyList<Ec2Subnet> subnets = ElbNetwork.Subnets(call);
        return new ElbLoadBalancer
        {
            Arn = string.Empty,
            DnsName = string.Empty,
            Name = name,
            Scheme = call.Text("Scheme") ?? "internet-facing",
            IpAddressType = call.Text("IpAddressType") ?? "ipv4",
            VpcId = subnets[0].VpcId,
            SubnetIds = [.. subnets.Select(subnet => subnet.Id)],
            SecurityGroupIds = ElbNetwork.SecurityGroups(call, subnets[0].VpcId),
            Created = call.Now,
            Tags = NewTags(call),
        };
    }

    private static bool IsSame(ElbLoadBalancer known, ElbLoadBalancer made) =>
        known.Scheme == made.Scheme && known.IpAddressType == made.IpAddressType && known.SubnetIds.SetEquals(made.SubnetIds)
        && known.SecurityGroupIds.SetEquals(made.SecurityGroupIds) && made.Tags.All(tag => known.Tags.GetValueOrDefault(tag.Key) == tag.Value);

    private static JsonObject Answer(OperationCall call, ElbLoadBalancer balancer) =>
        new() { ["LoadBalancers"] = new JsonArray(ElbView.LoadBalancer(call, balancer)) };
}
