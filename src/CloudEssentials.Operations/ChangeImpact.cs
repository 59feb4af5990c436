namespace CloudEssentials.Operations;

/// <summary>How much a command changes; the names are those of PowerShell's <c>ConfirmImpact</c>.</summary>
public enum ChangeImpact
{
    /// <summary>It only reads.</summary>
    None,

    /// <summary>It changes something of this session or this machine that is easily changed back.</summary>
    Low,

    /// <summary>It creates or changes.</summary>
    Medium,

    /// <summary>It removes.</summary>
    High,
}
