using System.Collections;

namespace CloudEssentials.Operations.Regions;

/// <summary>
/// Reads the zone from any object that has one: a name, a subnet or volume (<c>AvailabilityZone</c>), an instance of EC2
/// (<c>Placement.AvailabilityZone</c>), a reservation (<c>Instances</c>), a group or load balancer (<c>AvailabilityZones</c>).
/// </summary>
internal sealed class ZoneReader(IOperationHost host)
{
    private static readonly string[] _zoneProperties = ["AvailabilityZone", "ZoneName", "AvailabilityZoneId", "ZoneId"];
    private static readonly string[] _idleStates = ["terminated", "shutting-down", "stopped", "stopping"];
    private static readonly string[] _idProperties = ["InstanceId", "SubnetId", "VolumeId", "DBInstanceIdentifier", "Id", "Name"];

    /// <summary>The zone of each item that counts.</summary>
    public List<string> Zones { get; } = [];

    /// <summary>The number of items that are stopped or gone.</summary>
    public int Idle { get; private set; }

    /// <summary>Adds an item, or reports that it says nothing of a zone.</summary>
    public void Add(object item)
    {
        if (item is string name)
            Zones.Add(name);
        else if (Value(item, "Instances") is IEnumerable members and not string && Value(item, "AvailabilityZones") is null)
            AddMembers(members);
        else if (IsIdle(item))
            Idle++;
        else if (ZoneOf(item) is { Length: > 0 } zone)
            Zones.Add(zone);
        else if (Value(item, "AvailabilityZones") is IEnumerable zones and not string)
            AddMembers(zones);
        else
            host.WriteError(new("ZoneMissing", $"{Describe(item)} does not say in which zone it is.", CloudErrorCategory.InvalidData, item, "It needs a property AvailabilityZone."));
    }

    private void AddMembers(IEnumerable members)
    {
        foreach (object? member in members)
        {
            if (member is not null)
                Add(member);
        }
    }

    private string? ZoneOf(object item)
    {
        foreach (string property in _zoneProperties)
        {
            if (Value(item, property)?.ToString() is { Length: > 0 } zone)
                return zone;
        }

        return Value(item, "Placement") is { } placement ? Value(placement, "AvailabilityZone")?.ToString() : null;
    }

    private bool IsIdle(object item)
    {
        object? state = Value(item, "State");
        string? name = state is null or string ? state as string : Value(state, "Name")?.ToString() ?? state.ToString();
        return name is not null && _idleStates.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private string Describe(object item) =>
        _idProperties.Select(property => Value(item, property)?.ToString()).FirstOrDefault(id => !string.IsNullOrEmpty(id)) ?? $"An object of type {item.GetType().Name}";

    private object? Value(object item, string property) => host.GetProperty(item, property);
}
