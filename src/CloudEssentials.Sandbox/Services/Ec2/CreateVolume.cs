using System.Text.Json.Nodes;
using CloudEssentials.Regions;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Makes a volume in a zone.</summary>
internal sealed class CreateVolume : Ec2Operation
{
    public override IReadOnlyDictionary<string, object?> ContextOf(OperationCall call, string action, string resource)
    {
        var context = new Dictionary<string, object?>(base.ContextOf(call, action, resource));
        foreach ((string key, string value) in action == "ec2:CreateVolume" ? InstanceKinds.VolumeContext(Plan(call, lenient: true)) : [])
        {
            context[key] = value;
        }

        return context;
    }

    public override JsonObject Execute(OperationCall call)
    {
        if (ClientTokens.MadeBefore(call) is { } made && InstanceKinds.Volume.Find(call.State, call.Region, made) is Ec2Volume known)
        {
            return Volumes.Write(known);
        }

        Ec2Volume volume = Plan(call, lenient: false) with
        {
            Id = call.NewId(InstanceKinds.Volume.Prefix, 17, IdGenerator.Hexadecimal),
            Tags = Ec2Tags.ForNew(call, InstanceKinds.Volume.Type),
        };
        InstanceState.Of(call.State).Volumes[volume.Id] = volume;
        ClientTokens.Remember(call, volume.Id);
        JsonObject answer = Volumes.Write(volume);
        answer["State"] = "creating";
        return answer;
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [new(InstanceKinds.Volume)];

    // What policies ask of the volume is asked before its parameters are found good.
    private static Ec2Volume Plan(OperationCall call, bool lenient)
    {
        var plain = new Ec2Volume
        {
            Id = string.Empty,
            Region = call.Region,
            Zone = ZoneOf(call, lenient),
            SizeInGiB = call.Number("Size") ?? 0,
            Type = call.Text("VolumeType") ?? "gp2",
            Encrypted = call.Flag("Encrypted"),
            MultiAttach = call.Flag("MultiAttachEnabled"),
            Created = call.Now,
        };
        return lenient ? plain
            : call.Text("SnapshotId") is { } snapshot ? throw new ServiceError("InvalidSnapshot.NotFound", $"The snapshot '{snapshot}' does not exist.")
            : BlockDevices.Read(call.State, plain, call.Input);
    }

    private static string ZoneOf(OperationCall call, bool lenient)
    {
        string? given = call.Text("AvailabilityZone") ?? call.Text("AvailabilityZoneId");
        return Zones.Find(given ?? string.Empty) is { Type: ZoneType.AvailabilityZone } zone && zone.Region == call.Region ? zone.Name
            : lenient ? given ?? string.Empty
            : given is null ? throw new ServiceError("MissingParameter", "The request must contain the parameter AvailabilityZone")
            : throw new ServiceError("InvalidZone.NotFound", $"The zone '{given}' does not exist.");
    }
}
