namespace CloudEssentials.Accounts;

/// <summary>How a check came out.</summary>
public enum FindingStatus
{
    /// <summary>It is as it should be.</summary>
    Pass,

    /// <summary>It is not as it should be.</summary>
    Fail,

    /// <summary>It may be in order, and should be looked at.</summary>
    Warning,

    /// <summary>It was not seen: a permission is missing, it does not apply, or no API tells it. The reason says which.</summary>
    Unknown,
}
