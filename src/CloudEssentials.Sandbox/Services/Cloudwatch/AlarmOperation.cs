namespace CloudEssentials.Sandbox.Services.Cloudwatch;

/// <summary>An operation on alarms.</summary>
internal abstract class AlarmOperation : SandboxOperation
{
    public override IReadOnlyList<string> Resources(OperationCall call) => call.Text("ResourceARN") is { } arn && arn.StartsWith("arn:", StringComparison.Ordinal) ? [arn]
        : call.Text("AlarmName") is { } name ? [Alarms.Arn(call.State, call.Region, name)]
        : call.Texts("AlarmNames") is { Count: > 0 } names ? [.. names.Select(named => Alarms.Arn(call.State, call.Region, named))]
        : [Alarms.Arn(call.State, call.Region, "*")];

    public override IReadOnlyDictionary<string, object?> Context(OperationCall call)
    {
        var context = new Dictionary<string, object?>();
        TagContext.Add(context, call.Structures("Tags"), call.Texts("TagKeys"));
        if (call.Texts("AlarmActions").Concat(call.Texts("OKActions")).Concat(call.Texts("InsufficientDataActions")).ToList() is { Count: > 0 } actions)
        {
            context["cloudwatch:AlarmActions"] = actions;
        }

        return context;
    }

    public override IReadOnlyDictionary<string, object?> ContextOf(OperationCall call, string action, string resource)
    {
        var context = new Dictionary<string, object?>(Context(call));
        TagContext.AddResource(context, AlarmState.Of(call.State).Alarms.Current.Values.FirstOrDefault(alarm => alarm.Arn == resource)?.Tags);
        return context;
    }
}
