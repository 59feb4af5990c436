using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The volumes that an instance begins with: the image's, as the launch changes them, and the launch's own.</summary>
internal static class BlockDevices
{
    public const string RootDevice = "/dev/xvda";

    private const int Gp3Iops = 3000;
    private const int Gp3Throughput = 125;

    /// <summary>The volumes of a launch, without ids.</summary>
    /// <exception cref="ServiceError">A volume that is asked for cannot be.</exception>
    public static IReadOnlyList<Ec2Volume> Plan(SandboxState state, AmazonLinuxImage image, JsonArray mappings)
    {
        var root = new Ec2Volume
        {
            Id = string.Empty,
            Region = image.Region,
            Zone = string.Empty,
            SizeInGiB = image.SizeInGiB,
            Type = "gp3",
            Iops = Gp3Iops,
            Throughput = Gp3Throughput,
            SnapshotId = image.SnapshotId,
            Device = RootDevice,
            DeleteOnTermination = true,
            Created = state.Now,
        };
        List<Ec2Volume> volumes = [root];
        foreach (JsonObject mapping in mappings.Select(mapping => mapping!.AsObject()))
        {
            string device = mapping["DeviceName"]?.GetValue<string>()
                ?? throw new ServiceError("MissingParameter", "The request must contain the parameter deviceName");
            Ec2Volume? known = volumes.Find(volume => volume.Device == device);
            if (known is not null)
            {
                volumes.Remove(known);
            }

            if (mapping["NoDevice"] is null && mapping["VirtualName"] is null)
            {
                volumes.Add(Read(state, known ?? root with { SnapshotId = null, Type = "gp2", SizeInGiB = 0, Device = device, DeleteOnTermination = true }, mapping["Ebs"]));
            }
        }

        return volumes.Exists(volume => volume.Device == RootDevice)
            ? volumes
            : throw new ServiceError("InvalidBlockDeviceMapping", $"The device {RootDevice} is the root device and cannot be left out.");
    }

    /// <summary>A volume as parameters ask for it, over one that says what they leave out.</summary>
    /// <exception cref="ServiceError">The size or speed is none that the type has.</exception>
    public static Ec2Volume Read(SandboxState state, Ec2Volume under, JsonNode? parameters)
    {
        string type = parameters?["VolumeType"]?.GetValue<string>() ?? under.Type;
        int size = Number(parameters, "VolumeSize") ?? Number(parameters, "Size") ?? under.SizeInGiB;
        bool encrypted = parameters?["Encrypted"]?.GetValue<bool>() ?? under.Encrypted;
        RequireSize(type, size, under);
        return under with
        {
            Type = type,
            SizeInGiB = size,
            Iops = Iops(type, size, Number(parameters, "Iops")),
            Throughput = type == "gp3" ? Number(parameters, "Throughput") ?? Gp3Throughput
                : Number(parameters, "Throughput") is null ? null
                : throw new ServiceError("InvalidParameterCombination", $"The parameter throughput is not supported for {type} volumes."),
            Encrypted = encrypted,
            KmsKeyArn = encrypted ? Key(state, under.Region, parameters?["KmsKeyId"]?.GetValue<string>()) : null,
            DeleteOnTermination = parameters?["DeleteOnTermination"]?.GetValue<bool>() ?? under.DeleteOnTermination,
        };
    }

    private static int? Number(JsonNode? parameters, string name) => parameters?[name] is { } value ? (int)value.GetValue<long>() : null;

    private static void RequireSize(string type, int size, Ec2Volume under)
    {
        if (under.SnapshotId is not null && size < under.SizeInGiB)
        {
            throw new ServiceError(
                "InvalidBlockDeviceMapping", $"Volume of size {size}GB is smaller than snapshot '{under.SnapshotId}', expect size >= {under.SizeInGiB}GB");
        }

        // "Amazon EBS volume types": sizes by type.
        (int least, int most) = type switch
        {
            "io1" or "io2" => (4, 65536),
            "st1" or "sc1" => (125, 16384),
            "standard" => (1, 1024),
            "gp2" => (1, 16384),
            _ => (1, 65536),
        };
        if (size < least || size > most)
        {
            throw size == 0
                ? new ServiceError("MissingParameter", "The request must contain the parameter size/snapshot")
                : new ServiceError("InvalidParameterValue", $"Volume size {size} is not valid for {type} volumes. The size must be between {least} and {most} GiB.");
        }
    }

    private static int? Iops(string type, int size, int? wanted) => type switch
    {
        "gp3" => wanted is null or (>= Gp3Iops and <= 80000) ? wanted ?? Gp3Iops
            : throw new ServiceError("InvalidParameterValue", $"Volume iops of {wanted} is out of range for {type}; it must be between {Gp3Iops} and 80000."),
        "io1" or "io2" => wanted ?? throw new ServiceError("MissingParameter", $"The parameter iops must be specified for {type} volumes."),
        _ when wanted is not null => throw new ServiceError("InvalidParameterCombination", $"The parameter iops is not supported for {type} volumes."),
        "gp2" => Math.Clamp(3 * size, 100, 16000),
        _ => null,
    };

    // Without a key's name it is the account's own key for EBS, which AWS makes at the first use.
    private static string Key(SandboxState state, string region, string? id) => id switch
    {
        { } arn when arn.StartsWith("arn:", StringComparison.Ordinal) => arn,
        _ => $"arn:{Partitions.Of(region)}:kms:{region}:{state.Account.Value.AccountId}:key/{id ?? IdGenerator.MakeGuid(state.Account.Value.Seed, $"aws/ebs:{region}", 0)}",
    };
}
