using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>Registers and deregisters targets: for callers, and for Auto Scaling.</summary>
internal static class Targets
{
    public static void Register(SandboxState state, ElbTargetGroup group, string id, int port)
    {
        ResourceTable<ElbTarget> targets = ElbState.Of(state).Targets;
        if (targets.TryGet(ElbTarget.KeyOf(group.Arn, id, port), out ElbTarget? known) && known.Deregistered is null)
        {
            return;
        }

        var target = new ElbTarget
        {
            TargetGroupArn = group.Arn,
            Id = id,
            Port = port,
            Registered = state.Now,
            Condition = TargetCondition.NotInUse,
            Since = state.Now,
        };
        (TargetCondition condition, string? detail) = TargetProbe.Probe(state, group, target);
        targets[target.Key] = target with { Condition = condition, Detail = detail };
    }

    /// <summary>Deregisters a target: from now on it drains, unless no load balancer sends to it.</summary>
    public static void Deregister(SandboxState state, ElbTargetGroup group, ElbTarget target)
    {
        if (target.Deregistered is not null)
        {
            return;
        }

        if (ElbState.Of(state).ListenersOf(group).Any() && target.Condition != TargetCondition.InvalidState)
        {
            ElbState.Of(state).Targets[target.Key] = target with { Deregistered = state.Now };
        }
        else
        {
            ElbState.Of(state).Targets.Remove(target.Key);
        }
    }

    /// <summary>The id and the port of a target that a call names.</summary>
    public static (string Id, int Port) Read(JsonObject target, ElbTargetGroup group) =>
        (target["Id"]!.GetValue<string>(), target["Port"] is { } port ? (int)port.GetValue<long>() : group.Port);
}
