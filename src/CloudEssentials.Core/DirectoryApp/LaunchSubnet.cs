namespace CloudEssentials.DirectoryApp;

/// <summary>A subnet that instances can be launched in.</summary>
/// <param name="SubnetId">Its id.</param>
/// <param name="VpcId">Its network.</param>
/// <param name="AvailabilityZone">Its zone.</param>
/// <param name="FreeAddresses">How many addresses are left in it.</param>
/// <param name="GivesPublicAddress">True where instances in it get a public address.</param>
public sealed record LaunchSubnet(string SubnetId, string VpcId, string AvailabilityZone, int FreeAddresses, bool GivesPublicAddress)
{
    /// <summary>Chooses a subnet for each of so many instances, so that those of the application are spread evenly over the zones.</summary>
    /// <param name="subnets">The subnets to choose from, in order of preference.</param>
    /// <param name="present">The zones of the instances that are there.</param>
    /// <param name="count">How many are to be launched.</param>
    /// <returns>A subnet for each.</returns>
    public static IReadOnlyList<LaunchSubnet> Spread(IReadOnlyList<LaunchSubnet> subnets, IEnumerable<string> present, int count)
    {
        Dictionary<string, int> inZone = present.GroupBy(zone => zone).ToDictionary(group => group.Key, group => group.Count());
        Dictionary<string, int> inSubnet = [];
        List<LaunchSubnet> chosen = [];
        while (chosen.Count < count)
        {
            LaunchSubnet next = subnets
                .OrderBy(subnet => inZone.GetValueOrDefault(subnet.AvailabilityZone))
                .ThenBy(subnet => inSubnet.GetValueOrDefault(subnet.SubnetId))
                .First();
            inZone[next.AvailabilityZone] = inZone.GetValueOrDefault(next.AvailabilityZone) + 1;
            inSubnet[next.SubnetId] = inSubnet.GetValueOrDefault(next.SubnetId) + 1;
            chosen.Add(next);
        }

        return chosen;
    }
}
