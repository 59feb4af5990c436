using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Launches instances. A client token makes a repeated call answer what the first did.</summary>
internal sealed class RunInstances : SandboxOperation
{
    private const int LongestToken = 64;

    public override JsonObject Execute(OperationCall call)
    {
        int minimum = Positive(call, "MinCount");
        int maximum = Positive(call, "MaxCount");
        if (minimum > maximum)
        {
            throw new ServiceError("InvalidParameterValue", $"Value ({minimum}) for parameter minCount is invalid. The minimum must not be more than the maximum ({maximum}).");
        }

        return Answer(call, Repeated(call) ?? Launch(call, minimum, maximum));
    }

    private static IReadOnlyList<Ec2Instance> Launch(OperationCall call, int minimum, int maximum)
    {
        JsonObject parameters = LaunchParameters.Resolve(call.State, call.Region, call.Input);
        IReadOnlyList<Ec2Instance> made = InstanceLauncher.Launch(call.State, LaunchPlan.Make(call.State, call.Region, parameters), minimum, maximum);
        if (call.Text("ClientToken") is { } token)
        {
            InstanceState.Of(call.State).LaunchTokens[Key(call, token)] = new Ec2LaunchToken(made[0].ReservationId, call.Input.ToJsonString());
        }

        return made;
    }

    private static List<Ec2Instance>? Repeated(OperationCall call)
    {
        string? token = call.Text("ClientToken");
        if (token?.Length > LongestToken)
        {
            throw new ServiceError("InvalidParameterValue", $"Invalid value '{token}' for clientToken. A client token has {LongestToken} characters at most.");
        }

        if (token is null || !InstanceState.Of(call.State).LaunchTokens.TryGet(Key(call, token), out Ec2LaunchToken? known))
        {
            return null;
        }

        if (known.Parameters != call.Input.ToJsonString())
        {
            throw new ServiceError("IdempotentParameterMismatch", "Arguments on this idempotent request are inconsistent with arguments used in previous request(s).");
        }

        List<Ec2Instance> made = [.. InstanceState.Of(call.State).Instances.Current.Values.Where(instance => instance.ReservationId == known.ReservationId)];
        return made.TrueForAll(instance => InstanceLifecycle.StateOf(call.State, instance) == InstanceLifecycle.Terminated)
            ? throw new ServiceError("IdempotentInstanceTerminated", "The instances that a previous request with this client token launched have been terminated.")
            : made;
    }

    private static string Key(OperationCall call, string token) => $"{call.Region} {token}";

    private static int Positive(OperationCall call, string name) => call.Number(name) is { } value and > 0
        ? value
        : throw new ServiceError("InvalidParameterValue", $"Value ({call.Number(name)}) for parameter {char.ToLowerInvariant(name[0])}{name[1..]} is invalid. Expecting a positive number.");

    private static JsonObject Answer(OperationCall call, IReadOnlyList<Ec2Instance> instances) =>
        InstanceAnswer.Reservations(call, instances.Select(instance => (instance, InstanceAnswer.Write(call.State, instance)))).Single();
}
