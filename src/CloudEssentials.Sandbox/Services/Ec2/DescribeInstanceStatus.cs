using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Whether running instances pass their status checks; with IncludeAllInstances, also those that do not run.</summary>
internal sealed class DescribeInstanceStatus : SandboxOperation
{
    private static readonly Filters<JsonObject> Filtering = AnswerFilters.Parse("""
        attached-ebs-status.status AttachedEbsStatus.Status
        availability-zone AvailabilityZone
        availability-zone-id AvailabilityZoneId
        event.code
        event.description
        event.instance-event-id
        event.not-after
        event.not-before
        event.not-before-deadline
        instance-state-code InstanceState.Code
        instance-state-name InstanceState.Name
        instance-status.reachability InstanceStatus.Details.Status
        instance-status.status InstanceStatus.Status
        system-status.reachability SystemStatus.Details.Status
        system-status.status SystemStatus.Status
        """);

    public override JsonObject Execute(OperationCall call)
    {
        IReadOnlyList<string> ids = call.Texts("InstanceIds");
        if (ids.Count > 0 && call.Number("MaxResults") is not null)
        {
            throw new ServiceError("InvalidParameterCombination", "The parameter instancesSet cannot be used with the parameter maxResults");
        }

        IEnumerable<JsonObject> statuses = Instances.RequireSeen(call, ids)
            .Where(instance => call.Flag("IncludeAllInstances") || InstanceLifecycle.IsRunning(call.State, instance))
            .Select(instance => Write(call, instance));
        return Pages.Cut(call, "InstanceStatuses", Filtering.Apply(call, statuses), status => status["InstanceId"]!.GetValue<string>());
    }

    private static JsonObject Write(OperationCall call, Ec2Instance instance) => new()
    {
        ["AvailabilityZone"] = instance.Zone,
        ["AvailabilityZoneId"] = Zones.Find(instance.Zone)?.SampleId,
        ["InstanceId"] = instance.Id,
        ["InstanceState"] = InstanceLifecycle.WriteState(InstanceLifecycle.StateOf(call.State, instance)),
        ["InstanceStatus"] = Summary(call, instance),
        ["SystemStatus"] = Summary(call, instance),
        ["AttachedEbsStatus"] = Summary(call, instance),
    };

    private static JsonObject Summary(OperationCall call, Ec2Instance instance)
    {
        if (!InstanceLifecycle.IsRunning(call.State, instance))
        {
            return new JsonObject { ["Status"] = "not-applicable", ["Details"] = new JsonArray() };
        }

        Ec2ZoneOutage? outage = Zones.Outage(call.State, instance.Zone);
        bool initializing = call.Now < InstanceLifecycle.RunningAt(call.State, instance) + call.State.Options.Timings.StatusChecks;
        (string status, string reachability) = outage is not null ? ("impaired", "failed") : initializing ? ("initializing", "initializing") : ("ok", "passed");
        return new JsonObject
        {
            ["Status"] = status,
            ["Details"] = new JsonArray(new JsonObject { ["Name"] = "reachability", ["Status"] = reachability, ["ImpairedSince"] = outage?.Since }),
        };
    }
}
