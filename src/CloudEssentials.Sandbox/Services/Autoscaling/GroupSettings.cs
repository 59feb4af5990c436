using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Ec2;
using CloudEssentials.Sandbox.Services.Elbv2;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>What the operations that make and change groups ask of their settings.</summary>
internal abstract class GroupSettings : ScalingOperation
{
    protected const string ServiceName = "autoscaling.amazonaws.com";

    private static readonly string[] CheckTypes = ["EC2", "ELB", "EBS", "VPC_LATTICE"];

    public override IReadOnlyDictionary<string, object?> Context(OperationCall call) => new Dictionary<string, object?> { ["iam:AWSServiceName"] = ServiceName };

    public override IEnumerable<(string Action, string Resource)> FurtherPermissions(OperationCall call) => ServiceLinkedRoles.Needed(call, ServiceName);

    /// <summary>The sizes, held against each other.</summary>
    /// <exception cref="ServiceError">They do not go together.</exception>
    protected static ScalingGroup CheckSizes(ScalingGroup group)
    {
        _ = group.MinSize >= 0 && group.MaxSize >= 0 ? true : throw ScalingErrors.Validation("Min and max bounds must not be negative");
        _ = group.MinSize <= group.MaxSize ? true : throw ScalingErrors.Validation($"Min bound, {group.MinSize}, must be less than or equal to max bound, {group.MaxSize}");
        return group.Desired >= group.MinSize && group.Desired <= group.MaxSize
            ? group
            : throw ScalingErrors.Validation($"Desired capacity:{group.Desired} must be between the specified min size:{group.MinSize} and max size:{group.MaxSize}");
    }

    /// <summary>The subnets that a call names, or those that the zones that it names have by default; null if it names none.</summary>
    /// <exception cref="ServiceError">One is not there.</exception>
    protected static (ImmutableList<string> SubnetIds, bool IsByZone)? Places(OperationCall call)
    {
        NetworkState network = NetworkState.Of(call.State);
        IReadOnlyList<string> zones = call.Texts("AvailabilityZones");
        List<string> ids = [.. (call.Text("VPCZoneIdentifier") ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
        List<Ec2Subnet> subnets = [.. ids.Select(id => network.Subnets.TryGet(id, out Ec2Subnet? subnet) && subnet.Region == call.Region
            ? subnet
            : throw ScalingErrors.Validation($"The subnet ID '{id}' does not exist"))];
        _ = subnets.Select(subnet => subnet.VpcId).Distinct().Count() <= 1
            ? true
            : throw ScalingErrors.Validation("The subnets specified are in different VPCs. Please specify subnets of one VPC.");
        if (ids.Count > 0)
        {
            _ = zones.All(zone => subnets.Exists(subnet => subnet.Zone == zone))
                ? true
                : throw ScalingErrors.Validation("The availability zones of the specified subnets and the Auto Scaling group do not match");
            return ([.. ids], false);
        }

        return zones.Count == 0 ? null : ([.. zones.Distinct().Select(zone => DefaultSubnet(call, zone))], true);
    }

    /// <summary>The launch template that a call names; null if it names none.</summary>
    /// <exception cref="ServiceError">There is none, EC2 would not launch it, or the caller may not.</exception>
    protected static LaunchSource? Template(OperationCall call, string? subnetId)
    {
        RefuseOthers(call);
        if (call.Input["LaunchTemplate"] is not JsonObject named)
        {
            return null;
        }

        LaunchSource source = Find(call, named);
        LaunchCheck.Require(call, source, subnetId);
        return source;
    }

    /// <summary>A launch template as a structure names it.</summary>
    /// <exception cref="ServiceError">There is none.</exception>
    protected static LaunchSource Find(OperationCall call, JsonObject named)
    {
        if (named["LaunchTemplateId"] is null == named["LaunchTemplateName"] is null)
        {
            throw ScalingErrors.Validation("Valid requests must contain either launchTemplateId or LaunchTemplateName");
        }

        try
        {
            Ec2LaunchTemplate template = LaunchTemplates.Require(call.State, call.Region, named);
            var source = new LaunchSource(template.Id, template.Name, named["Version"]?.GetValue<string>());
            GroupLauncher.VersionOf(call.State, call.Region, source);
            return source;
        }
        catch (ServiceError error)
        {
            throw ScalingErrors.Validation(error.Message);
        }
    }

    protected static string CheckType(OperationCall call, string standard)
    {
        string type = call.Text("HealthCheckType") ?? standard;
        return type.Split(',').All(CheckTypes.Contains) ? type : throw ScalingErrors.Validation($"Invalid health check type: {type}. Valid values are: [{string.Join(", ", CheckTypes)}]");
    }

    protected static int CheckNumber(OperationCall call, string name, int standard) => call.Number(name) is not { } value ? standard
        : value >= 0 ? value
        : throw ScalingErrors.Validation($"{name} must be greater than or equal to 0");

    /// <summary>Target groups of the Region, by their ARNs.</summary>
    /// <exception cref="ServiceError">One is not there.</exception>
    protected static ImmutableList<string> TargetGroups(OperationCall call)
    {
        IReadOnlyList<string> arns = call.Texts("TargetGroupARNs");
        return arns.All(arn => ElbState.Of(call.State).TargetGroups.TryGet(arn, out ElbTargetGroup? group) && group.Region == call.Region && group.TargetType == "instance")
            ? [.. arns.Distinct()]
            : throw ScalingErrors.Validation("Provided Target Groups may not be valid. Please ensure they exist and try again.");
    }

    private static void RefuseOthers(OperationCall call)
    {
        if (call.Text("LaunchConfigurationName") is not null)
        {
            throw ScalingErrors.Validation("Launch configuration name not found - null");
        }

        if (call.Input["MixedInstancesPolicy"] is not null || (call.Operation.Name == "CreateAutoScalingGroup" && call.Text("InstanceId") is not null))
        {
            throw ScalingErrors.Validation("The sandbox's groups launch from a launch template only");
        }
    }

    private static string DefaultSubnet(OperationCall call, string zone) => NetworkState.Of(call.State).Subnets.Current.Values
        .FirstOrDefault(subnet => subnet.Region == call.Region && subnet.Zone == zone && subnet.IsDefaultForZone)?.Id
        ?? throw ScalingErrors.Validation($"Invalid availability zones: [{zone}]");
}
