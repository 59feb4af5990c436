namespace CloudEssentials.Policies.Validation.Lookups;

/// <summary>How an ARN stands to the forms that its service's resource types have.</summary>
[Flags]
internal enum ArnVerdict
{
    /// <summary>Nothing is wrong, or nothing is known.</summary>
    Good = 0,

    /// <summary>No service has such ARNs.</summary>
    NoSuchService = 1,

    /// <summary>No resource type of the service has this form.</summary>
    NoSuchResource = 2,

    /// <summary>It names a Region, and such resources have none.</summary>
    RegionNotAllowed = 4,

    /// <summary>It names an account, and such resources have none.</summary>
    AccountNotAllowed = 8,

    /// <summary>It names no Region, and such resources have one.</summary>
    RegionMissing = 16,

    /// <summary>It names no account, and such resources have one.</summary>
    AccountMissing = 32,
}
