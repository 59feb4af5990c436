using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Sns;

/// <summary>An operation on a topic.</summary>
internal abstract class SnsOperation : SandboxOperation
{
    private const int MaximumTags = 50;

    public override IReadOnlyList<string> Resources(OperationCall call) => [ArnOf(call)];

    public override string? ResourcePolicy(OperationCall call) =>
        SnsState.Of(call.State).Topics.TryGet(ArnOf(call), out SnsTopic? topic) ? topic.Attributes.GetValueOrDefault("Policy") : null;

    public override IReadOnlyDictionary<string, object?> Context(OperationCall call)
    {
        var context = new Dictionary<string, object?>();
        TagContext.Add(context, call.Structures("Tags"), call.Texts("TagKeys"));
        TagContext.AddResource(context, SnsState.Of(call.State).Topics.TryGet(ArnOf(call), out SnsTopic? topic) ? topic.Tags : null);
        if (call.Text("Protocol") is { } protocol)
        {
            context["sns:Protocol"] = protocol;
            context["sns:Endpoint"] = call.Text("Endpoint");
        }

        return context;
    }

    /// <summary>The topic that a call names.</summary>
    /// <exception cref="ServiceError">InvalidParameter or NotFound.</exception>
    protected static SnsTopic Topic(OperationCall call, string parameter = "TopicArn")
    {
        string arn = call.RequiredText(parameter);
        string[] parts = arn.Split(':');
        return parts is not ["arn", _, "sns", var region, _, _] || region != call.Region ? throw Invalid("TopicArn")
            : SnsState.Of(call.State).Topics.TryGet(arn, out SnsTopic? topic) ? topic
            : throw new ServiceError("NotFound", "Topic does not exist", 404);
    }

    /// <summary>The topic whose tags a call is about.</summary>
    /// <exception cref="ServiceError">ResourceNotFound.</exception>
    protected static SnsTopic Tagged(OperationCall call) => SnsState.Of(call.State).Topics.TryGet(call.RequiredText("ResourceArn"), out SnsTopic? topic) && topic.Region == call.Region
        ? topic
        : throw new ServiceError("ResourceNotFound", "Resource does not exist", 404);

    protected static ServiceError Invalid(string what) => new("InvalidParameter", $"Invalid parameter: {what}");

    protected static ImmutableSortedDictionary<string, string> Tags(OperationCall call, ImmutableSortedDictionary<string, string> known)
    {
        ImmutableSortedDictionary<string, string> all = known.SetItems(call.Structures("Tags").Select(tag => KeyValuePair.Create(tag["Key"]!.GetValue<string>(), tag["Value"]!.GetValue<string>())));
        return all.Count > MaximumTags ? throw new ServiceError("TagLimitExceeded", "Could not complete request: tag quota of per resource exceeded") : all;
    }

    protected static JsonObject Write(SnsSubscription subscription) => new()
    {
        ["SubscriptionArn"] = subscription.IsConfirmed ? subscription.Arn : "PendingConfirmation",
        ["Owner"] = subscription.TopicArn.Split(':')[4],
        ["Protocol"] = subscription.Protocol,
        ["Endpoint"] = subscription.Endpoint,
        ["TopicArn"] = subscription.TopicArn,
    };

    /// <summary>A page of a hundred.</summary>
    protected static JsonObject Page<T>(OperationCall call, string list, IEnumerable<T> items, Func<T, string> key, Func<T, JsonNode> write)
    {
        const int Size = 100;
        string? after = call.Text("NextToken") is not { } token ? null : PageToken.Read(call, token) ?? throw Invalid("NextToken");
        List<T> rest = [.. items.Where(item => string.CompareOrdinal(key(item), after) > 0).Take(Size + 1)];
        return new JsonObject
        {
            [list] = new JsonArray([.. rest.Take(Size).Select(write)]),
            ["NextToken"] = rest.Count > Size ? PageToken.Write(call, key(rest[Size - 1])) : null,
        };
    }

    private static string ArnOf(OperationCall call) => (call.Text("TopicArn") ?? call.Text("ResourceArn") ?? call.Text("TargetArn")) is { } arn && arn.Split(':').Length >= 6
        ? string.Join(':', arn.Split(':').Take(6))
        : $"arn:{call.Partition}:sns:{call.Region}:{call.AccountId}:{call.Text("Name") ?? "*"}";
}
