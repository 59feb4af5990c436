namespace CloudEssentials.Regions;

/// <summary>How much of a service AWS runs. See "Shared Responsibility Model" of AWS.</summary>
public enum ServiceResponsibility
{
    /// <summary>The customer runs the guest operating system and all above it.</summary>
    Infrastructure,

    /// <summary>AWS runs operating system and platform; the customer configures them.</summary>
    Managed,

    /// <summary>AWS runs everything; the customer owns data and access.</summary>
    Abstracted,
}
