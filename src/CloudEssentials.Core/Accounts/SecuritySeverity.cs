namespace CloudEssentials.Accounts;

/// <summary>How much a finding matters; the labels of Security Hub (https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_Severity.html).</summary>
public enum SecuritySeverity
{
    /// <summary>Good to know.</summary>
    Informational,

    /// <summary>Put in order when there is time.</summary>
    Low,

    /// <summary>Should be mended, and not at once.</summary>
    Medium,

    /// <summary>Mend it first.</summary>
    High,

    /// <summary>Mend it now.</summary>
    Critical,
}
