using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.Services.Ssm;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A launch whose parameters have all been found good.</summary>
internal sealed record LaunchPlan
{
    private const string ResolvePrefix = "resolve:ssm:";
    private const int LargestUserData = 16384;
    private const int LargestHopLimit = 64;

    public static readonly string[] TaggedTypes = ["instance", "volume", "network-interface"];

    public required JsonObject Parameters { get; init; }

    public required AmazonLinuxImage Image { get; init; }

    public required InstanceTypeFacts Type { get; init; }

    public required IReadOnlyList<LaunchInterface> Interfaces { get; init; }

    public required IReadOnlyList<Ec2Volume> Volumes { get; init; }

    public required Ec2MetadataOptions Metadata { get; init; }

    public IamInstanceProfile? Profile { get; init; }

    /// <summary>The tags by the type of what they are for.</summary>
    public required IReadOnlyDictionary<string, ImmutableSortedDictionary<string, string>> Tags { get; init; }

    public string? RequesterId { get; init; }

    public IReadOnlyDictionary<string, string>? ServiceTags { get; init; }

    public Ec2Subnet Subnet => Interfaces[0].Subnet;

    /// <summary>Holds the parameters of a launch, its template's among them, against all that there is.</summary>
    /// <exception cref="ServiceError">EC2 would not launch that.</exception>
    public static LaunchPlan Make(SandboxState state, string region, JsonObject parameters)
    {
        AmazonLinuxImage image = ImageOf(region, parameters["ImageId"]?.GetValue<string>());
        InstanceTypeFacts type = InstanceTypes.Require(parameters["InstanceType"]?.GetValue<string>() ?? "m1.small", region);
        if (type.Architecture != image.Architecture)
        {
            throw new ServiceError(
                "InvalidParameterValue",
                $"The architecture '{type.Architecture}' of the specified instance type does not match the architecture '{image.Architecture}' of the specified AMI. Specify an instance type and an AMI that have matching architectures, and try again. You can use 'describe-instance-types' or 'describe-images' to discover the architecture of the instance type or AMI.");
        }

        RequireUserData(parameters["UserData"]?.GetValue<string>());
        RequireKeyPair(state, region, parameters["KeyName"]?.GetValue<string>());
        var plan = new LaunchPlan
        {
            Parameters = parameters,
            Image = image,
            Type = type,
            Interfaces = new LaunchNetwork(state, region).Plan(parameters, type),
            Volumes = BlockDevices.Plan(state, image, parameters["BlockDeviceMappings"]?.AsArray() ?? []),
            Metadata = Read(new Ec2MetadataOptions(), parameters["MetadataOptions"]),
            Profile = InstanceProfiles.Find(state, parameters["IamInstanceProfile"]),
            Tags = TaggedTypes.ToDictionary(type => type, type => Ec2Tags.ForNew(parameters, type, TaggedTypes)),
        };
        InstanceTypes.RequireIn(type, region, plan.Subnet.Zone);
        RequireCapacity(state, region, type, plan.Subnet.Zone);
        return plan;
    }

    /// <summary>The public parameter that an image is named by; null if it is named by its id.</summary>
    public static string? ParameterOf(string? imageId) =>
        imageId?.StartsWith(ResolvePrefix, StringComparison.Ordinal) == true ? imageId[ResolvePrefix.Length..] : null;

    /// <summary>The image of an id, or of a parameter behind <c>resolve:ssm:</c>.</summary>
    /// <exception cref="ServiceError">There is none.</exception>
    public static AmazonLinuxImage ImageOf(string region, string? imageId)
    {
        if (imageId is null)
        {
            throw new ServiceError("MissingParameter", "The request must contain the parameter ImageId");
        }

        if (ParameterOf(imageId) is { } name)
        {
            ParameterReference reference = ParameterReference.Parse(name);
            return reference.Find(region) is { } parameter && reference.VersionOf(parameter) is { } version
                ? parameter.Images[version - 1]
                : throw new ServiceError("InvalidParameterValue", $"The Systems Manager parameter {name} cannot be resolved to an AMI ID: the parameter or its version does not exist.");
        }

        return AmazonLinuxImage.Find(region, imageId) ?? throw InstanceKinds.Image.Unknown(imageId);
    }

    /// <summary>Options of the metadata service as a call changes them.</summary>
    /// <exception cref="ServiceError">The hop limit is none.</exception>
    public static Ec2MetadataOptions Read(Ec2MetadataOptions under, JsonNode? given)
    {
        int limit = given?["HttpPutResponseHopLimit"] is { } hops ? (int)hops.GetValue<long>() : under.HopLimit;
        return limit is < 1 or > LargestHopLimit
            ? throw new ServiceError("InvalidParameterValue", $"Value ({limit}) for parameter HttpPutResponseHopLimit is invalid. Expecting a value between 1 and {LargestHopLimit}.")
            : under with
            {
                HttpTokens = given?["HttpTokens"]?.GetValue<string>() ?? under.HttpTokens,
                HopLimit = limit,
                HttpEndpoint = given?["HttpEndpoint"]?.GetValue<string>() ?? under.HttpEndpoint,
                HttpProtocolIpv6 = given?["HttpProtocolIpv6"]?.GetValue<string>() ?? under.HttpProtocolIpv6,
                InstanceMetadataTags = given?["InstanceMetadataTags"]?.GetValue<string>() ?? under.InstanceMetadataTags,
            };
    }

    /// <summary>Whether text is Base64 of no more than EC2 takes.</summary>
    /// <exception cref="ServiceError">It is not.</exception>
    public static void RequireUserData(string? userData)
    {
        byte[] bytes = new byte[userData?.Length ?? 0];
        int length = 0;
        if (userData is not null && !Convert.TryFromBase64String(userData, bytes, out length))
        {
            throw new ServiceError("InvalidUserData.Malformed", "Invalid BASE64 encoding of user data");
        }

        if (length > LargestUserData)
        {
            throw new ServiceError("InvalidParameterValue", $"User data is limited to {LargestUserData} bytes");
        }
    }

    /// <summary>An instance as it will be, without what each has for itself.</summary>
    public Ec2Instance Preview() => new()
    {
        Id = string.Empty,
        Region = Subnet.Region,
        ReservationId = string.Empty,
        LaunchIndex = 0,
        ImageId = Image.Id,
        Type = Type.Name,
        Architecture = Type.Architecture,
        SubnetId = Subnet.Id,
        VpcId = Subnet.VpcId,
        Zone = Subnet.Zone,
        Created = default,
        Started = default,
        KeyName = Text("KeyName"),
        UserData = Text("UserData"),
        ProfileArn = Profile?.Arn,
        ProfileId = Profile?.Id,
        Metadata = Metadata,
        DisableApiTermination = Flag(Parameters["DisableApiTermination"]),
        DisableApiStop = Flag(Parameters["DisableApiStop"]),
        ShutdownBehavior = Text("InstanceInitiatedShutdownBehavior") ?? "stop",
        Monitoring = Flag(Parameters["Monitoring"]?["Enabled"]),
        EbsOptimized = Flag(Parameters["EbsOptimized"]),
        Tenancy = Parameters["Placement"]?["Tenancy"]?.GetValue<string>() ?? "default",
        ClientToken = Text("ClientToken"),
        RequesterId = RequesterId,
        Tags = Tags["instance"].SetItems(ServiceTags ?? ImmutableSortedDictionary<string, string>.Empty),
    };

    private static bool Flag(JsonNode? value) => value?.GetValue<bool>() ?? false;

    private string? Text(string name) => Parameters[name]?.GetValue<string>();

    private static void RequireKeyPair(SandboxState state, string region, string? name)
    {
        if (name is not null && !Ec2Kinds.KeyPair.In(state, region).Any(pair => pair.Name == name))
        {
            throw Ec2Kinds.KeyPair.Unknown(name);
        }
    }

    /// <exception cref="ServiceError">The zone has failed.</exception>
    public static void RequireCapacity(SandboxState state, string region, InstanceTypeFacts type, string zone)
    {
        if (Zones.IsImpaired(state, zone))
        {
            IEnumerable<string> others = InstanceTypes.ZonesWith(type, region).Select(other => other.Name).Where(other => !Zones.IsImpaired(state, other));
            throw new ServiceError(
                "InsufficientInstanceCapacity",
                $"We currently do not have sufficient {type.Name} capacity in the Availability Zone you requested ({zone}). Our system will be working on provisioning additional capacity. You can currently get {type.Name} capacity by not specifying an Availability Zone in your request or choosing {string.Join(", ", others)}.",
                500);
        }
    }
}
