namespace CloudEssentials.Regions;

/// <summary>What the scope of a service, and how much of it AWS runs, ask of the customer.</summary>
public static class ServiceDuties
{
    /// <summary>What it takes to survive the loss of a zone or a Region.</summary>
    /// <param name="service">The service.</param>
    /// <returns>One to three sentences.</returns>
    public static string ForResilience(RegionalService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        string rule = service.Scope switch
        {
            ServiceScope.Zone => "Lives in one zone: use at least two, and arrange copies and failover.",
            ServiceScope.Region => "AWS spreads it over the zones of the Region; a second Region is yours to arrange.",
            _ => "Belongs to no Region: there is none to choose.",
        };
        return service.Note.Length == 0 ? rule : $"{rule} {service.Note}";
    }

    /// <summary>What the customer owns of its security.</summary>
    /// <param name="responsibility">How much of the service AWS runs.</param>
    /// <returns>One sentence.</returns>
    public static string ForSecurity(ServiceResponsibility responsibility) => responsibility switch
    {
        ServiceResponsibility.Infrastructure => "You own the guest operating system and its patches, the firewall, the application, data and access.",
        ServiceResponsibility.Managed => "AWS runs operating system and platform; you own network access, users, backups, data and its encryption.",
        _ => "AWS runs it all; you own the data, its classification, access to it and the choice of encryption.",
    };
}
