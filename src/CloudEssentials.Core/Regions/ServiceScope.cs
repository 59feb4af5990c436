namespace CloudEssentials.Regions;

/// <summary>Where a service's resources live. See "AWS service types" in the AWS Fault Isolation Boundaries white paper.</summary>
public enum ServiceScope
{
    /// <summary>In one Availability Zone each.</summary>
    Zone,

    /// <summary>In a Region, across its zones.</summary>
    Region,

    /// <summary>In the partition or at its edge, of no one Region.</summary>
    Global,
}
