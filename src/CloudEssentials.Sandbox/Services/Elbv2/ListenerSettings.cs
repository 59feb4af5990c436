using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>What the operations upon listeners ask of their settings.</summary>
internal abstract class ListenerSettings : ElbOperation
{
    private const string DefaultPolicy = "ELBSecurityPolicy-2016-08";

    /// <summary>A listener with what a call says of it.</summary>
    /// <exception cref="ServiceError">It cannot be so.</exception>
    protected static ElbListener Apply(OperationCall call, ElbListener listener)
    {
        ElbState elb = ElbState.Of(call.State);
        string protocol = call.Text("Protocol") ?? listener.Protocol;
        int port = call.Number("Port") ?? listener.Port;
        RequireProtocol(protocol);
        if (elb.Listeners.Current.Values.Any(other => other.Arn != listener.Arn && other.LoadBalancerArn == listener.LoadBalancerArn && other.Port == port))
        {
            throw new ServiceError("DuplicateListener", $"A listener already exists on this port for this load balancer '{listener.LoadBalancerArn}'");
        }

        string? certificate = call.Structures("Certificates").FirstOrDefault()?["CertificateArn"]?.GetValue<string>() ?? listener.CertificateArn;
        if (protocol == "HTTPS" && certificate is null)
        {
            throw ElbErrors.Validation("A certificate must be specified for HTTPS listeners");
        }

        JsonArray actions = call.Input["DefaultActions"] is null ? JsonNode.Parse(listener.Actions)!.AsArray() : ListenerActions.Read(call, protocol);
        RequireTargets(call, elb, listener.LoadBalancerArn, actions);
        return listener with
        {
            Protocol = protocol,
            Port = port,
            Actions = actions.ToJsonString(),
            CertificateArn = protocol == "HTTPS" ? certificate : null,
            SslPolicy = protocol == "HTTPS" ? call.Text("SslPolicy") ?? listener.SslPolicy ?? DefaultPolicy : null,
        };
    }

    private static void RequireProtocol(string protocol) => _ = protocol is "HTTP" or "HTTPS"
        ? true
        : throw new ServiceError("UnsupportedProtocol", $"Protocol '{protocol}' is not supported by application load balancers: they listen to HTTP and HTTPS");

    private static void RequireTargets(OperationCall call, ElbState elb, string balancerArn, JsonArray actions)
    {
        ElbLoadBalancer balancer = elb.LoadBalancers[balancerArn];
        foreach (string arn in ListenerActions.Forwards(actions))
        {
            ElbTargetGroup group = TargetGroup(call, arn);
            _ = group.Protocol is "HTTP" or "HTTPS"
                ? true
                : throw new ServiceError("IncompatibleProtocols", $"The protocol of target group '{arn}' is not compatible with that of the listener");
            _ = group.VpcId == balancer.VpcId
                ? true
                : throw ElbErrors.Configuration($"The target group '{arn}' is in another VPC ('{group.VpcId}') than the load balancer ('{balancer.VpcId}')");
            if (elb.LoadBalancersOf(group).Any(other => other.Arn != balancerArn))
            {
                throw new ServiceError("TargetGroupAssociationLimit", $"The following target groups cannot be associated with more than one load balancer: {arn}");
            }
        }
    }
}
