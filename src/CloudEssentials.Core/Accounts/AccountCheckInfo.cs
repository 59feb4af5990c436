using CloudEssentials.Accounts.Checks;

namespace CloudEssentials.Accounts;

/// <summary>What a check is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What it wants.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Control">The items of CIS AWS Foundations 7.0.0 and of Security Hub that it answers.</param>
/// <param name="Command">The commands that run it.</param>
/// <param name="Permission">The actions that it calls.</param>
public sealed record AccountCheckInfo(string Name, string Title, SecuritySeverity Severity, IReadOnlyList<string> Control, IReadOnlyList<string> Command, IReadOnlyList<string> Permission)
{
    /// <summary>Describes a check.</summary>
    /// <param name="check">The check.</param>
    public static AccountCheckInfo Of(SecurityCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        List<string> commands = [];
        if (check.Scope.HasFlag(CheckScope.Baseline))
            commands.Add("Test-AccountBaseline");
        if (check.Scope.HasFlag(CheckScope.RootUser))
            commands.Add("Test-RootUserSecurity");
        return new(check.Name, check.Title, check.Severity, check.Controls, commands, FactPermissions.Of(check.Needs | check.Uses));
    }
}
