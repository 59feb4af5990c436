using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>
/// An operation of Auto Scaling, mostly upon a group. See "Actions, resources, and condition keys for Amazon EC2 Auto Scaling" in the
/// Service Authorization Reference.
/// </summary>
internal abstract class ScalingOperation : SandboxOperation
{
    private const string Prefix = "autoscaling";

    /// <summary>Answers in pages of 50.</summary>
    protected static ListPage Pages { get; } = new("MaxRecords", "NextToken", "NextToken", 50, () => new ServiceError("InvalidNextToken", "The token is invalid."));

    public override IReadOnlyList<string> Resources(OperationCall call) => OnlyReads || GroupNameOf(call) is not { } name
        ? ["*"]
        : [ScalingState.Of(call.State).Find(call.Region, name)?.Arn ?? ArnOf(call, name, "*")];

    public override IReadOnlyDictionary<string, object?> ContextOf(OperationCall call, string action, string resource)
    {
        var context = new Dictionary<string, object?>(Context(call));
        ScalingGroup? group = ScalingState.Of(call.State).Groups.TryGet(resource, out ScalingGroup? known) ? known : null;
        TagContext.AddResource(context, group?.Tags.Select(tag => KeyValuePair.Create(tag.Key, tag.Value.Value)), Prefix);
        TagContext.Add(context, call.Structures("Tags"), []);
        if (call.Input["LaunchTemplate"] is JsonObject template)
        {
            context[$"{Prefix}:LaunchTemplateVersionSpecified"] = template["Version"]?.GetValue<string>() is { Length: > 0 } and not ("$Latest" or "$Default") ? "true" : "false";
        }

        Add("MinSize", call.Number);
        Add("MaxSize", call.Number);
        if (Member(call, "VPCZoneIdentifier") && call.Text("VPCZoneIdentifier") is { } subnets)
        {
            context[$"{Prefix}:VPCZoneIdentifiers"] = subnets.Split(',', StringSplitOptions.TrimEntries).ToList();
        }

        if (Member(call, "TargetGroupARNs") && call.Texts("TargetGroupARNs") is { Count: > 0 } groups)
        {
            context[$"{Prefix}:TargetGroupARNs"] = groups;
        }

        return context;

        void Add(string name, Func<string, int?> read)
        {
            if (Member(call, name) && read(name) is { } value)
            {
                context[$"{Prefix}:{name}"] = value;
            }
        }
    }

    protected static string ArnOf(OperationCall call, string name, string id) =>
        $"arn:{call.Partition}:{Prefix}:{call.Region}:{call.AccountId}:autoScalingGroup:{id}:autoScalingGroupName/{name}";

    /// <summary>The group that a call names.</summary>
    /// <exception cref="ServiceError">There is none.</exception>
    protected static ScalingGroup Group(OperationCall call) => Group(call, call.RequiredText("AutoScalingGroupName"));

    protected static ScalingGroup Group(OperationCall call, string name) =>
        ScalingState.Of(call.State).Find(call.Region, name) ?? throw ScalingErrors.NoGroup(name);

    /// <summary>The same, where it is to be changed.</summary>
    /// <exception cref="ServiceError">There is none, or it is being deleted.</exception>
    protected static ScalingGroup Changeable(OperationCall call) => Group(call) is { IsDeleting: false } group
        ? group
        : throw ScalingErrors.InProgress($"The group {call.RequiredText("AutoScalingGroupName")} is pending delete.");

    protected static void Put(OperationCall call, ScalingGroup group) => ScalingState.Of(call.State).Groups[group.Arn] = group;

    /// <summary>The groups of the Region, as a reader sees them.</summary>
    protected static IEnumerable<ScalingGroup> Seen(OperationCall call) => ScalingState.Of(call.State).Groups.Seen.Values.Where(group => group.Region == call.Region);

    private static bool Member(OperationCall call, string name) => call.Operation.Input?.Members.Any(member => member.Name == name) == true;

    private static string? GroupNameOf(OperationCall call) => call.Text("AutoScalingGroupName")
        ?? call.Structures("Tags").Select(tag => tag["ResourceId"]?.GetValue<string>()).FirstOrDefault()
        ?? (call.Text("InstanceId") is { } instance
            ? ScalingState.Of(call.State).Groups.Current.Values.FirstOrDefault(group => group.Instances.ContainsKey(instance))?.Name
            : null);
}
