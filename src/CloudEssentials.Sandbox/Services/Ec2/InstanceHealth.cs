using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Whether what runs on instances answers: what load balancers, status checks and callers ask.</summary>
internal static class InstanceHealth
{
    /// <summary>Whether the instance's zone and the instance work, and something on it listens on a port.</summary>
    public static bool Listens(SandboxState state, Ec2Instance instance, int port)
    {
        if (!IsUp(state, instance))
        {
            return false;
        }

        // User data runs at the first boot alone; what it installed as a service runs at the others, too.
        UserDataScript script = UserDataScript.Parse(instance.UserDataAtFirstBoot ?? instance.UserData);
        bool done = instance.HadInternetAtFirstBoot || !script.NeedsInternet;
        return done && (instance.BootedAgain is null ? script.Starts(port) : script.StartsAtBoot(port)) && ReadyAt(state, instance) <= state.Now;
    }

    /// <summary>Whether a load balancer's interface, or another in the network, gets an answer from a port of the instance.</summary>
    public static bool Answers(SandboxState state, Ec2Instance instance, int port, Ec2NetworkInterface from) =>
        Listens(state, instance, port) && InstanceLifecycle.InterfacesOf(state, instance).Any(attached => Routing.LetsIn(state, attached.SecurityGroupIds, port, from));

    /// <summary>Whether it runs, in a zone that works.</summary>
    public static bool IsUp(SandboxState state, Ec2Instance instance) =>
        InstanceLifecycle.IsRunning(state, instance) && !Zones.IsImpaired(state, instance.Zone);

    /// <summary>When user data, or the services after a later boot, have done what they do.</summary>
    public static DateTimeOffset ReadyAt(SandboxState state, Ec2Instance instance)
    {
        SandboxTimings timings = state.Options.Timings;
        DateTimeOffset running = InstanceLifecycle.RunningAt(state, instance);
        return instance.BootedAgain is not { } booted ? running + timings.UserData
            : (booted > running ? booted : running) + timings.ServiceStart;
    }
}
