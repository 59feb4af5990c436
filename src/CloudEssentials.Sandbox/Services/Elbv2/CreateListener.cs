using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>Makes a listener of a load balancer.</summary>
internal sealed class CreateListener : ListenerSettings
{
    private const int Maximum = 50;

    public override IReadOnlyList<string> Resources(OperationCall call) => [call.RequiredText("LoadBalancerArn")];

    public override JsonObject Execute(OperationCall call)
    {
        ElbState elb = ElbState.Of(call.State);
        ElbLoadBalancer balancer = LoadBalancer(call);
        string protocol = call.Text("Protocol") ?? throw ElbErrors.Validation("A listener protocol must be specified");
        int port = call.Number("Port") ?? throw ElbErrors.Validation("A listener port must be specified");
        _ = elb.Listeners.Current.Values.Count(listener => listener.LoadBalancerArn == balancer.Arn) < Maximum
            ? true
            : throw new ServiceError("TooManyListeners", $"The maximum number of listeners of a load balancer has been reached: {Maximum}");
        ElbListener made = Apply(call, new ElbListener
        {
            Arn = ArnOf(call, $"listener/{balancer.Path}/{call.NewId(string.Empty, 16, IdGenerator.Hexadecimal)}"),
            LoadBalancerArn = balancer.Arn,
            Protocol = protocol,
            Port = port,
            Actions = "[]",
            Tags = NewTags(call),
        });
        elb.Listeners[made.Arn] = made;
        return new JsonObject { ["Listeners"] = new JsonArray(ElbView.Listener(made)) };
    }

    protected override string? NewResource(OperationCall call) =>
        ElbState.Of(call.State).LoadBalancers.TryGet(call.RequiredText("LoadBalancerArn"), out ElbLoadBalancer? balancer) ? $"listener/{balancer.Path}/*" : "listener/*";
}
