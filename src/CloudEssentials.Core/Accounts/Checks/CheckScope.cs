namespace CloudEssentials.Accounts.Checks;

/// <summary>Which commands run a check.</summary>
[Flags]
public enum CheckScope
{
    /// <summary><c>Test-AccountBaseline</c>.</summary>
    Baseline = 1,

    /// <summary><c>Test-RootUserSecurity</c>.</summary>
    RootUser = 2,
}
