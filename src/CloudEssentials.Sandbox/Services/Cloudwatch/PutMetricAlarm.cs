using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Cloudwatch;

/// <summary>Makes an alarm, or changes it.</summary>
internal sealed class PutMetricAlarm : AlarmOperation
{
    private const int Day = 86400;
    private const int Week = 7 * Day;

    private static readonly string[] ActionLists = ["OKActions", "AlarmActions", "InsufficientDataActions"];

    public override IEnumerable<(string Action, string Resource)> FurtherPermissions(OperationCall call) =>
        call.Structures("Tags").Any() ? [("cloudwatch:TagResource", Resources(call)[0])] : [];

    public override JsonObject Execute(OperationCall call)
    {
        if (Fault(call) is { } fault)
        {
            throw fault;
        }

        JsonObject settings = call.Input.DeepClone().AsObject();
        settings.Remove("Tags");
        Alarms.Put(call.State, call.Region, settings, Alarms.Tags(call, ImmutableSortedDictionary<string, string>.Empty));
        return [];
    }

    private static ServiceError? Fault(OperationCall call)
    {
        if (call.Input["EvaluationCriteria"] is not null || call.Input["Metrics"] is not null)
        {
            return Invalid("The sandbox supports alarms on one metric only.");
        }

        foreach (string name in new[] { "MetricName", "Namespace", "ComparisonOperator", "EvaluationPeriods", "Period", "Threshold" })
        {
            if (call.Input[name] is null)
            {
                return new ServiceError("MissingParameter", $"The parameter {name} is required.");
            }
        }

        int period = call.Number("Period")!.Value;
        int span = period * call.Number("EvaluationPeriods")!.Value;
        return call.Text("Statistic") is null == call.Text("ExtendedStatistic") is null
            ? new ServiceError("InvalidParameterCombination", "Exactly one of the parameters Statistic and ExtendedStatistic must be specified.")
            : period is not (10 or 20 or 30) && period % 60 != 0
            ? Invalid("Metric period must be 10, 20, 30 or a multiple of 60 seconds.")
            : span > (period >= 3600 ? Week : Day)
            ? Invalid("Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400), or seven days for periods of at least an hour.")
            : call.Number("DatapointsToAlarm") > call.Number("EvaluationPeriods")
            ? Invalid("DatapointsToAlarm must not be greater than EvaluationPeriods.")
            : call.Text("ExtendedStatistic") is { } extended && !extended.StartsWith('p') && !extended.Contains('(', StringComparison.Ordinal)
            ? Invalid($"The value {extended} for parameter ExtendedStatistic is not supported.")
            : call.Text("TreatMissingData") is { } treatment && treatment is not ("breaching" or "notBreaching" or "ignore" or "missing")
            ? Invalid($"The value {treatment} for parameter TreatMissingData is not supported.")
            : ActionLists.SelectMany(call.Texts).Select(action => FaultOf(call, action)).FirstOrDefault(fault => fault is not null);
    }

    private static ServiceError? FaultOf(OperationCall call, string action) => action.Split(':') is not ["arn", _, _, var region, _, ..]
        ? Invalid($"Invalid arn syntax: {action}")
        : region.Length > 0 && region != call.Region ? Invalid($"Invalid region {region} specified. Only {call.Region} is supported.")
        : null;

    private static ServiceError Invalid(string message) => new("ValidationError", message);
}
