using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Ec2;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>
/// An operation of Elastic Load Balancing, which knows from its parameters what it acts upon. See "Actions, resources, and condition keys
/// for AWS Elastic Load Balancing V2" in the Service Authorization Reference.
/// </summary>
internal abstract class ElbOperation : SandboxOperation
{
    private const string Prefix = "elasticloadbalancing";

    private static readonly ListPage Pages = new("PageSize", "Marker", "NextMarker", 400, () => ElbErrors.Validation("The marker is not valid"));

    /// <summary>What a creation makes, as the ARN's last part; null for other operations.</summary>
    protected virtual string? NewResource(OperationCall call) => null;

    public override IReadOnlyList<string> Resources(OperationCall call) => this switch
    {
        { OnlyReads: true } => ["*"],
        _ when NewResource(call) is { } made => [ArnOf(call, made)],
        _ when call.Text("ListenerArn") is { } listener => [listener],
        _ when call.Text("TargetGroupArn") is { } group => [group],
        _ when call.Text("LoadBalancerArn") is { } balancer => [balancer],
        _ when call.Texts("ResourceArns") is { Count: > 0 } arns => arns,
        _ => ["*"],
    };

    // Tags at the creation are a permission of their own.
    public override IEnumerable<(string Action, string Resource)> FurtherPermissions(OperationCall call) =>
        NewResource(call) is { } made && call.Input["Tags"] is JsonArray { Count: > 0 } ? [($"{Prefix}:AddTags", ArnOf(call, made))] : [];

    public override IReadOnlyDictionary<string, object?> ContextOf(OperationCall call, string action, string resource)
    {
        var context = new Dictionary<string, object?>(Context(call));
        TagContext.AddResource(context, Find(call, resource)?.Tags, Prefix);
        TagContext.Add(context, call.Structures("Tags"), call.Texts("TagKeys"));
        if (action == $"{Prefix}:AddTags" && NewResource(call) is not null)
        {
            context[$"{Prefix}:CreateAction"] = call.Operation.Name;
        }

        Add(context, "Scheme", call.Text("Scheme"));
        Add(context, "ListenerProtocol", call.Operation.Name.EndsWith("Listener", StringComparison.Ordinal) ? call.Text("Protocol") : null);
        AddAll(context, "Subnet", call.Texts("Subnets"));
        AddAll(context, "SecurityGroup", call.Texts("SecurityGroups"));
        return context;
    }

    protected static string ArnOf(OperationCall call, string resource) => $"arn:{call.Partition}:{Prefix}:{call.Region}:{call.AccountId}:{resource}";

    protected static JsonObject Page<T>(OperationCall call, IEnumerable<T> items, string list, Func<T, JsonNode?> write)
        where T : ElbResource => Pages.Cut(call, items, item => item.Arn, list, write);

    protected static ElbLoadBalancer LoadBalancer(OperationCall call)
    {
        string arn = call.RequiredText("LoadBalancerArn");
        return ElbState.Of(call.State).LoadBalancers.TryGet(CheckArn(arn, "loadbalancer"), out ElbLoadBalancer? balancer) && balancer.Region == call.Region
            ? balancer
            : throw ElbErrors.NoLoadBalancer(arn);
    }

    protected static ElbTargetGroup TargetGroup(OperationCall call) => TargetGroup(call, call.RequiredText("TargetGroupArn"));

    protected static ElbTargetGroup TargetGroup(OperationCall call, string arn) =>
        ElbState.Of(call.State).TargetGroups.TryGet(CheckArn(arn, "targetgroup"), out ElbTargetGroup? group) && group.Region == call.Region
            ? group
            : throw ElbErrors.NoTargetGroup(arn);

    protected static ElbListener Listener(OperationCall call) =>
        ElbState.Of(call.State).Listeners.TryGet(CheckArn(call.RequiredText("ListenerArn"), "listener"), out ElbListener? listener) && listener.Region == call.Region
            ? listener
            : throw ElbErrors.NoListener();

    /// <summary>The resource of an ARN; null if there is none.</summary>
    protected static ElbResource? Find(OperationCall call, string arn)
    {
        ElbState elb = ElbState.Of(call.State);
        return elb.LoadBalancers.TryGet(arn, out ElbLoadBalancer? balancer) ? balancer
            : elb.TargetGroups.TryGet(arn, out ElbTargetGroup? group) ? group
            : elb.Listeners.TryGet(arn, out ElbListener? listener) ? listener
            : null;
    }

    /// <summary>The tags for what a call creates.</summary>
    /// <exception cref="ServiceError">They break the rules.</exception>
    protected static ImmutableSortedDictionary<string, string> NewTags(OperationCall call) => CheckTags(ReadTags(call));

    protected static ImmutableSortedDictionary<string, string> ReadTags(OperationCall call)
    {
        ImmutableSortedDictionary<string, string> tags = ResourceTags.Read(
            call.Input["Tags"], _ => new ServiceError("DuplicateTagKeys", "The tag keys contain duplicates"));
        return tags.Keys.Any(Ec2Tags.IsReserved) ? throw ElbErrors.Validation("The tag keys may not begin with 'aws:'") : tags;
    }

    protected static ImmutableSortedDictionary<string, string> CheckTags(ImmutableSortedDictionary<string, string> tags) =>
        tags.Keys.Count(key => !Ec2Tags.IsReserved(key)) > ResourceTags.Maximum
            ? throw new ServiceError("TooManyTags", $"The maximum number of tags is {ResourceTags.Maximum}")
            : tags;

    private static string CheckArn(string arn, string kind) =>
        arn.Split(':', 6) is { Length: 6 } parts && parts[0] == "arn" && parts[2] == Prefix && parts[5].StartsWith(kind + "/", StringComparison.Ordinal)
            ? arn
            : throw ElbErrors.Validation($"'{arn}' is not a valid {kind switch { "loadbalancer" => "load balancer", "targetgroup" => "target group", _ => "listener" }} ARN");

    private static void Add(Dictionary<string, object?> context, string key, string? value)
    {
        if (value is not null)
        {
            context[$"{Prefix}:{key}"] = value;
        }
    }

    private static void AddAll(Dictionary<string, object?> context, string key, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            context[$"{Prefix}:{key}"] = values;
        }
    }
}
