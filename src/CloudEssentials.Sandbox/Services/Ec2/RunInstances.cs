using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Ssm;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Launches instances. A client token makes a repeated call answer what the first did.</summary>
internal sealed class RunInstances : Ec2Operation
{
    // "Permissions required for using a Systems Manager parameter" in the EC2 User Guide.
    private const string ResolveAction = "ssm:GetParameters";

    private static readonly string[] Unsupported =
    [
        "InstanceMarketOptions", "CpuOptions", "Ipv6AddressCount", "Ipv6Addresses", "EnablePrimaryIpv6", "ElasticGpuSpecification", "ElasticInferenceAccelerators",
        "LicenseSpecifications", "SecondaryInterfaces", "KernelId", "RamdiskId",
    ];

    public override IEnumerable<(string Action, string Resource)> FurtherPermissions(OperationCall call)
    {
        JsonObject parameters = Parameters(call);
        IEnumerable<(string, string)> resolve = LaunchPlan.ParameterOf(parameters["ImageId"]?.GetValue<string>()) is { } name
            ? [(ResolveAction, ParameterReference.Parse(name).Arn(call))]
            : [];
        return [.. base.FurtherPermissions(call), .. resolve, .. InstanceProfiles.PassRole(call.State, parameters["IamInstanceProfile"])];
    }

    public override IReadOnlyDictionary<string, object?> ContextOf(OperationCall call, string action, string resource) => action switch
    {
        InstanceProfiles.PassAction => InstanceProfiles.PassContext(call, "*"),
        ResolveAction => Context(call),
        _ => LaunchTargets.AddContext(new Dictionary<string, object?>(base.ContextOf(call, action, resource)), call, Parameters(call), resource),
    };

    public override JsonObject Execute(OperationCall call)
    {
        Refuse(call, Unsupported);
        int minimum = Positive(call, "MinCount");
        int maximum = Positive(call, "MaxCount");
        if (minimum > maximum)
        {
            throw new ServiceError("InvalidParameterValue", $"Value ({minimum}) for parameter minCount is invalid. The minimum must not be more than the maximum ({maximum}).");
        }

        return Repeated(call) is { } made
            ? Answer(call, made.Select(instance => (instance, InstanceAnswer.Write(call.State, instance))))
            : Answer(call, Launch(call, minimum, maximum).Select(instance => (instance, InstanceAnswer.WriteNew(call.State, instance))));
    }

    protected override JsonObject Parameters(OperationCall call) => LaunchTargets.Parameters(call);

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => LaunchTargets.Of(call, Parameters(call));

    private static IReadOnlyList<Ec2Instance> Launch(OperationCall call, int minimum, int maximum)
    {
        IReadOnlyList<Ec2Instance> made = InstanceLauncher.Launch(call.State, call.Region, call.Input, minimum, maximum);
        ClientTokens.Remember(call, made[0].ReservationId);
        return made;
    }

    private static List<Ec2Instance>? Repeated(OperationCall call)
    {
        if (ClientTokens.MadeBefore(call) is not { } reservation)
        {
            return null;
        }

        List<Ec2Instance> made = [.. InstanceState.Of(call.State).Instances.Current.Values.Where(instance => instance.ReservationId == reservation)];
        return made.TrueForAll(instance => InstanceLifecycle.StateOf(call.State, instance) == InstanceLifecycle.Terminated)
            ? throw new ServiceError("IdempotentInstanceTerminated", "The instances that a previous request with this client token launched have been terminated.")
            : made;
    }

    private static int Positive(OperationCall call, string name) => call.Number(name) is { } value and > 0
        ? value
        : throw new ServiceError("InvalidParameterValue", $"Value ({call.Number(name)}) for parameter {char.ToLowerInvariant(name[0])}{name[1..]} is invalid. Expecting a positive number.");

    private static JsonObject Answer(OperationCall call, IEnumerable<(Ec2Instance, JsonObject)> instances) => InstanceAnswer.Reservations(call, instances).Single();
}
