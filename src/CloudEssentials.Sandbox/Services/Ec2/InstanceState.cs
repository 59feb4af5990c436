using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The section that holds the instances of all Regions.</summary>
internal sealed class InstanceState : StateSection
{
    private const string SectionName = "ec2";

    private InstanceState(SandboxState state)
        : base(state, SectionName) => Instances = Table<Ec2Instance>("instances", StringComparer.Ordinal);

    public ResourceTable<Ec2Instance> Instances { get; }

    public static InstanceState Of(SandboxState state) => state.Section(made => new InstanceState(made), SectionName);

    /// <summary>The instance profile that a call names, by ARN or name; null if it names none.</summary>
    public static IamInstanceProfile? Profile(OperationCall call)
    {
        JsonNode? given = call.Input["IamInstanceProfile"];
        string? name = given?["Name"]?.GetValue<string>() ?? given?["Arn"]?.GetValue<string>().Split('/')[^1];
        return name is null ? null
            : IamState.Of(call.State).InstanceProfiles.TryGetSeen(name, out IamInstanceProfile? profile) ? profile
            : throw new ServiceError("InvalidParameterValue", $"Value ({name}) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name");
    }

    /// <summary>To give an instance a role is to pass it on.</summary>
    public static IEnumerable<(string Action, string Resource)> PassRole(OperationCall call) =>
        Profile(call)?.RoleName is { } role && IamState.Of(call.State).Roles.TryGet(role, out IamRole? known) ? [("iam:PassRole", known.Arn)] : [];

    public static JsonObject Write(Ec2Instance instance) => new()
    {
        ["InstanceId"] = instance.Id,
        ["ImageId"] = instance.ImageId,
        ["InstanceType"] = instance.Type,
        ["LaunchTime"] = instance.Launched,
        ["AmiLaunchIndex"] = 0,
        ["Architecture"] = "x86_64",
        ["State"] = Status(instance.State),
        ["Placement"] = new JsonObject { ["AvailabilityZone"] = instance.Region + "a", ["Tenancy"] = "default" },
        ["IamInstanceProfile"] = instance.ProfileArn is null ? null : new JsonObject { ["Arn"] = instance.ProfileArn, ["Id"] = instance.ProfileId },
        ["Tags"] = IamTags.Write(instance.Tags),
    };

    public static JsonObject Status(string state) => new()
    {
        ["Code"] = state switch { "running" => 16, "terminated" => 48, _ => 0 },
        ["Name"] = state,
    };

    public static JsonObject Association(Ec2Instance instance) => new()
    {
        ["AssociationId"] = instance.AssociationId,
        ["InstanceId"] = instance.Id,
        ["IamInstanceProfile"] = new JsonObject { ["Arn"] = instance.ProfileArn, ["Id"] = instance.ProfileId },
        ["State"] = "associated",
    };
}
