using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Cloudwatch;

/// <summary>The alarms of a Region.</summary>
internal sealed class DescribeAlarms : AlarmOperation
{
    private const int DefaultSize = 50;

    private static readonly string[] ActionLists = ["OKActions", "AlarmActions", "InsufficientDataActions"];

    public override JsonObject Execute(OperationCall call)
    {
        IReadOnlyList<string> names = call.Texts("AlarmNames");
        if (names.Count > 0 && call.Text("AlarmNamePrefix") is not null)
        {
            throw new ServiceError("ValidationError", "AlarmNamePrefix and AlarmNames are mutually exclusive.");
        }

        string? after = call.Text("NextToken") is not { } token ? null : PageToken.Read(call, token) ?? throw new ServiceError("InvalidNextToken", "The next token specified is invalid.");
        int size = call.Number("MaxRecords") ?? DefaultSize;
        bool wantsMetric = call.Texts("AlarmTypes") is { Count: 0 } || call.Texts("AlarmTypes").Contains("MetricAlarm");
        List<CloudAlarm> rest =
        [
            .. AlarmState.Of(call.State).Alarms.Seen.Values
                .Where(alarm => wantsMetric && alarm.Region == call.Region && string.CompareOrdinal(alarm.Name, after) > 0)
                .Where(alarm => names.Count == 0 || names.Contains(alarm.Name))
                .Where(alarm => alarm.Name.StartsWith(call.Text("AlarmNamePrefix") ?? string.Empty, StringComparison.Ordinal))
                .Where(alarm => call.Text("StateValue") is not { } state || alarm.State == state)
                .Where(alarm => call.Text("ActionPrefix") is not { } prefix || Actions(alarm).Any(action => action.StartsWith(prefix, StringComparison.Ordinal)))
                .Take(size + 1),
        ];
        return new JsonObject
        {
            ["MetricAlarms"] = new JsonArray([.. rest.Take(size).Select(Alarms.Write)]),
            ["CompositeAlarms"] = new JsonArray(),
            ["NextToken"] = rest.Count > size ? PageToken.Write(call, rest[size - 1].Name) : null,
        };
    }

    private static IEnumerable<string> Actions(CloudAlarm alarm) => ActionLists
        .Where(list => alarm.Settings.TryGetProperty(list, out _))
        .SelectMany(list => alarm.Settings.GetProperty(list).EnumerateArray().Select(action => action.GetString()!));
}
