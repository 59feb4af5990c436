using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>What the operations upon instances share.</summary>
internal static class Instances
{
    /// <summary>The instances that a call names as what it acts upon.</summary>
    public static IEnumerable<Ec2Target> Targets(OperationCall call) => call.Texts("InstanceIds").Select(id => new Ec2Target(InstanceKinds.Instance, id));

    /// <summary>The instances of the ids, in their order, each once.</summary>
    /// <exception cref="ServiceError">One or more of them are not there.</exception>
    public static IReadOnlyList<Ec2Instance> Require(OperationCall call, IReadOnlyList<string> ids) =>
        Require(ids, InstanceKinds.Instance.In(call));

    /// <summary>The same of those that a lagging reader sees; all of them if no id is given.</summary>
    /// <exception cref="ServiceError">One or more of them are not there.</exception>
    public static IReadOnlyList<Ec2Instance> RequireSeen(OperationCall call, IReadOnlyList<string> ids)
    {
        List<Ec2Instance> here = [.. InstanceLifecycle.In(call.State, call.Region)];
        return ids.Count == 0 ? here : Require(ids, here);
    }

    /// <summary>Takes instances through a change of state and tells what they were and are.</summary>
    public static JsonArray Change(OperationCall call, IReadOnlyList<Ec2Instance> instances, Action<SandboxState, Ec2Instance> change)
    {
        JsonArray changes = [];
        foreach (Ec2Instance instance in instances)
        {
            string before = InstanceLifecycle.StateOf(call.State, instance);
            change(call.State, instance);
            changes.Add(new JsonObject
            {
                ["InstanceId"] = instance.Id,
                ["PreviousState"] = InstanceLifecycle.WriteState(before),
                ["CurrentState"] = InstanceLifecycle.WriteState(OnTheWay(before, InstanceLifecycle.StateOf(call.State, InstanceState.Of(call.State).Instances[instance.Id]))),
            });
        }

        return changes;
    }

    // The call answers what the instance is on its way to be, however little that lasts; what is stopped is terminated at once.
    private static string OnTheWay(string before, string now) => (before, now) switch
    {
        _ when before == now => now,
        (InstanceLifecycle.Stopped, InstanceLifecycle.Terminated) => now,
        (_, InstanceLifecycle.Running) => InstanceLifecycle.Pending,
        (not InstanceLifecycle.Stopping, InstanceLifecycle.Stopped) => InstanceLifecycle.Stopping,
        (not InstanceLifecycle.ShuttingDown, InstanceLifecycle.Terminated) => InstanceLifecycle.ShuttingDown,
        _ => now,
    };

    private static IReadOnlyList<Ec2Instance> Require(IReadOnlyList<string> ids, IEnumerable<Ec2Instance> here)
    {
        InstanceKinds.Instance.RequireForm(ids);
        Dictionary<string, Ec2Instance> known = here.ToDictionary(instance => instance.Id, StringComparer.Ordinal);
        List<string> unknown = [.. ids.Where(id => !known.ContainsKey(id)).Distinct()];
        return unknown.Count switch
        {
            0 => [.. ids.Distinct().Select(id => known[id])],
            1 => throw new ServiceError("InvalidInstanceID.NotFound", $"The instance ID '{unknown[0]}' does not exist"),
            _ => throw new ServiceError("InvalidInstanceID.NotFound", $"The instance IDs '{string.Join(", ", unknown)}' do not exist"),
        };
    }
}
