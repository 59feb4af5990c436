using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CloudEssentials.Sandbox.Services.Ec2;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>What load balancers answer at their DNS names: what their listeners say, mostly the page of one of their targets.</summary>
internal sealed partial class LoadBalancerWebHost : WebHost
{
    public override string RegionOf(SandboxState state, string host) => Name().Match(host).Groups["region"].Value;

    public override WireResponse Answer(SandboxState state, WireRequest request)
    {
        string host = request.Header("host")!;
        int port = PortOf(host);
        ElbState elb = ElbState.Of(state);
        ElbLoadBalancer? balancer = elb.LoadBalancers.Current.Values.FirstOrDefault(made => string.Equals(made.DnsName, WithoutPort(host), StringComparison.OrdinalIgnoreCase));
        if (balancer is not { Scheme: "internet-facing" } || !ElbView.IsActive(state, balancer) || !IsReached(state, balancer, port))
        {
            throw Silent(host, SocketError.TimedOut);
        }

        ElbListener listener = elb.Listeners.Current.Values.FirstOrDefault(made => made.LoadBalancerArn == balancer.Arn && made.Port == port)
            ?? throw Silent(host, SocketError.ConnectionRefused);
        JsonObject action = JsonNode.Parse(listener.Actions)!.AsArray()[^1]!.AsObject();
        return action["Type"]!.GetValue<string>() switch
        {
            "redirect" => Redirect(request, action["RedirectConfig"]!.AsObject(), listener),
            "fixed-response" => Fixed(action["FixedResponseConfig"]!.AsObject()),
            _ => Forward(state, elb, action),
        };
    }

    protected override bool Owns(string host) => Name().IsMatch(host);

    // A name leads to the nodes in all zones; a browser takes one that answers.
    private static bool IsReached(SandboxState state, ElbLoadBalancer balancer, int port) => ElbNetwork.InterfacesOf(state, balancer)
        .Any(node => !Zones.IsImpaired(state, node.Zone) && Routing.LetsIn(state, node.SecurityGroupIds, port, Visitor));

    private static WireResponse Forward(SandboxState state, ElbState elb, JsonObject action)
    {
        List<(ElbTargetGroup Group, ElbTarget Target)> targets = [.. ListenerActions.Forwards(new JsonArray(action.DeepClone()))
            .Select(arn => elb.TargetGroups[arn])
            .SelectMany(group => elb.TargetsOf(group.Arn).Where(target => target.Deregistered is null).Select(target => (group, target)))];
        List<(ElbTargetGroup Group, ElbTarget Target)> healthy = [.. targets.Where(found => TargetHealth.Words(state, found.Group, found.Target).State == "healthy")];

        // "If a target group contains only unhealthy registered targets, the load balancer routes requests to all those targets."
        List<(ElbTargetGroup Group, ElbTarget Target)> served = healthy.Count > 0 ? healthy : [.. targets.Where(found => TargetHealth.Words(state, found.Group, found.Target).State == "unhealthy")];
        if (served.Count == 0)
        {
            return Page(503, "503 Service Temporarily Unavailable", "503 Service Temporarily Unavailable");
        }

        (ElbTargetGroup group, ElbTarget target) = served[(int)(state.Now.ToUnixTimeMilliseconds() % served.Count)];
        return TargetProbe.InstanceOf(state, group, target.Id) is { } instance && InstanceHealth.Listens(state, instance, target.Port)
            ? InstanceWebHost.Welcome(instance)
            : Page(504, "504 Gateway Time-out", "504 Gateway Time-out");
    }

    private static WireResponse Redirect(WireRequest request, JsonObject redirect, ElbListener listener)
    {
        string port = listener.Port.ToString(CultureInfo.InvariantCulture);
        string host = WithoutPort(request.Header("host")!);
        string query = Fill("Query");
        string location = $"{Fill("Protocol").ToLowerInvariant()}://{Fill("Host")}:{Fill("Port")}{Fill("Path")}{(query.Length > 0 ? $"?{query}" : string.Empty)}";
        WireResponse page = Page(redirect["StatusCode"]!.GetValue<string>() == "HTTP_301" ? 301 : 302, "Moved", location);
        return page with { Headers = new Dictionary<string, string>(page.Headers) { ["Location"] = location } };

        string Fill(string name) => redirect[name]!.GetValue<string>()
            .Replace("#{protocol}", listener.Protocol, StringComparison.Ordinal)
            .Replace("#{host}", host, StringComparison.Ordinal)
            .Replace("#{port}", port, StringComparison.Ordinal)
            .Replace("#{path}", request.Path.TrimStart('/'), StringComparison.Ordinal)
            .Replace("#{query}", request.Query, StringComparison.Ordinal);
    }

    private static WireResponse Fixed(JsonObject response) => new(
        int.Parse(response["StatusCode"]!.GetValue<string>(), CultureInfo.InvariantCulture),
        response["ContentType"]?.GetValue<string>() ?? "text/plain",
        Encoding.UTF8.GetBytes(response["MessageBody"]?.GetValue<string>() ?? string.Empty),
        new Dictionary<string, string>());

    [GeneratedRegex(@"^[a-z0-9-]+-\d{10}\.(?<region>[a-z]{2,4}(?:-[a-z]+)+-\d+)\.elb\.amazonaws\.com(?:\.cn)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
