using System.Globalization;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The states of instances, which follow from what was asked of them and from the time; "Instance lifecycle" in the EC2 User Guide.</summary>
internal static class InstanceLifecycle
{
    public const string Pending = "pending";
    public const string Running = "running";
    public const string Stopping = "stopping";
    public const string Stopped = "stopped";
    public const string ShuttingDown = "shutting-down";
    public const string Terminated = "terminated";

    /// <summary>"Terminated instances remain visible after termination (for approximately one hour)."</summary>
    private static readonly TimeSpan Remains = TimeSpan.FromHours(1);

    public static string StateOf(SandboxState state, Ec2Instance instance)
    {
        SandboxTimings timings = state.Options.Timings;
        DateTimeOffset now = state.Now;
        return instance switch
        {
            { Terminated: not null } => now < TerminatedAt(state, instance) ? ShuttingDown : Terminated,
            { Stopped: { } stopped } => now < stopped + timings.InstanceStopping ? Stopping : Stopped,
            _ => now < RunningAt(state, instance) ? Pending : Running,
        };
    }

    public static bool IsRunning(SandboxState state, Ec2Instance instance) => StateOf(state, instance) == Running;

    /// <summary>Since when it runs, or from when it will.</summary>
    public static DateTimeOffset RunningAt(SandboxState state, Ec2Instance instance) => instance.Started + state.Options.Timings.InstancePending;

    /// <summary>When it is terminated; null while nothing terminates it. What is stopped is terminated at once.</summary>
    public static DateTimeOffset? TerminatedAt(SandboxState state, Ec2Instance instance) => instance.Terminated is not { } asked ? null
        : instance.Stopped + state.Options.Timings.InstanceStopping <= asked ? asked
        : asked + state.Options.Timings.InstanceShuttingDown;

    /// <summary>Whether it can still be seen.</summary>
    public static bool IsThere(SandboxState state, Ec2Instance instance) => !(TerminatedAt(state, instance) + Remains <= state.Now);

    /// <summary>Whether it has not been terminated, nor is about to be.</summary>
    public static bool IsAlive(Ec2Instance instance) => instance.Terminated is null;

    /// <summary>The instances of a Region that can be seen, as a reader sees them.</summary>
    public static IEnumerable<Ec2Instance> In(SandboxState state, string region) =>
        InstanceKinds.Instance.SeenIn(state, region).Cast<Ec2Instance>();

    /// <summary>Ends an instance: its interfaces and its volumes go with it when it is terminated.</summary>
    public static void Terminate(SandboxState state, Ec2Instance instance)
    {
        if (!IsAlive(instance))
        {
            return;
        }

        Ec2Instance ended = instance with { Terminated = state.Now };
        InstanceState.Of(state).Instances[instance.Id] = ended;
        foreach (Ec2NetworkInterface attached in InterfacesOf(state, instance))
        {
            NetworkState.Of(state).NetworkInterfaces[attached.Id] = attached.DeleteOnTermination
                ? attached with { GoneAt = TerminatedAt(state, ended) }
                : attached with { InstanceId = null, AttachmentId = null, PublicIp = null };
        }
    }

    /// <summary>Stops an instance, unless it is stopped or stopping. Its public address is given back; the private one stays.</summary>
    public static void Stop(SandboxState state, Ec2Instance instance)
    {
        if (instance.Stopped is not null)
        {
            return;
        }

        InstanceState.Of(state).Instances[instance.Id] = instance with { Stopped = state.Now };
        SetPublicAddress(state, instance, _ => null);
    }

    /// <summary>Starts an instance, unless it runs or is about to, with a new public address where it is to have one.</summary>
    public static void Start(SandboxState state, Ec2Instance instance)
    {
        if (instance.Stopped is null)
        {
            return;
        }

        InstanceState.Of(state).Instances[instance.Id] = instance with { Started = state.Now, Stopped = null, BootedAgain = state.Now };
        SetPublicAddress(state, instance, attached => attached.MapsPublicIp ? NetworkInterfaces.NewPublicAddress(state) : null);
    }

    /// <summary>The interfaces of an instance, the primary one first.</summary>
    public static IEnumerable<Ec2NetworkInterface> InterfacesOf(SandboxState state, Ec2Instance instance) =>
        NetworkState.Of(state).NetworkInterfaces.Current.Values
            .Where(made => made.InstanceId == instance.Id && NetworkInterfaces.IsThere(made, state.Now))
            .OrderBy(made => made.DeviceIndex);

    public static JsonObject WriteState(string name) => new()
    {
        ["Code"] = name switch { Running => 16, ShuttingDown => 32, Terminated => 48, Stopping => 64, Stopped => 80, _ => 0 },
        ["Name"] = name,
    };

    /// <summary>Why it is in its state; null where nobody has changed it.</summary>
    public static JsonObject? WriteReason(Ec2Instance instance) => instance is { Terminated: null, Stopped: null }
        ? null
        : new JsonObject { ["Code"] = "Client.UserInitiatedShutdown", ["Message"] = "Client.UserInitiatedShutdown: User initiated shutdown" };

    /// <summary>The same in EC2's older form: <c>User initiated (2025-11-27 02:11:09 GMT)</c>.</summary>
    public static string TransitionReason(Ec2Instance instance) => (instance.Terminated ?? instance.Stopped) is { } at
        ? $"User initiated ({at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} GMT)"
        : string.Empty;

    private static void SetPublicAddress(SandboxState state, Ec2Instance instance, Func<Ec2NetworkInterface, string?> address)
    {
        foreach (Ec2NetworkInterface attached in InterfacesOf(state, instance).Where(attached => attached.MapsPublicIp).ToList())
        {
            NetworkState.Of(state).NetworkInterfaces[attached.Id] = attached with { PublicIp = address(attached) };
        }
    }
}
