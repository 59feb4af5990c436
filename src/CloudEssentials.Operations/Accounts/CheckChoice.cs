using CloudEssentials.Accounts;
using CloudEssentials.Accounts.Checks;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Finds the checks that are asked for.</summary>
internal static class CheckChoice
{
    /// <summary>The checks of a command that have one of the names, answer one of the controls, and are of one of the severities.</summary>
    /// <exception cref="CloudException"><c>CheckUnknown</c>: nothing is left, or a name without wildcards is none.</exception>
    internal static IReadOnlyList<SecurityCheck> Choose(CheckScope scope, string[]? names, string[]? controls, SecuritySeverity[]? severities, IOperationHost host)
    {
        SecurityCheck[] all = [.. SecurityChecks.All.Where(check => (check.Scope & scope) != 0)];
        foreach (string name in names ?? [])
        {
            if (!all.Any(check => NamePattern.Matches([name], check.Name)))
                host.WriteError(Unknown(name, "check"));
        }

        foreach (string control in controls ?? [])
        {
            if (!all.Any(check => Answers(check, [control])))
                host.WriteError(Unknown(control, "control"));
        }

        return
        [
            .. all.Where(check => NamePattern.Matches(names, check.Name))
                .Where(check => Answers(check, controls))
                .Where(check => severities is not { Length: > 0 } || severities.Contains(check.Severity)),
        ];
    }

    private static bool Answers(SecurityCheck check, string[]? controls) =>
        controls is not { Length: > 0 } || check.Controls.Any(control => NamePattern.Matches(controls, control) || NamePattern.Matches(controls.Select(asked => $"CIS-{asked}"), control));

    private static CloudException Unknown(string name, string kind) => new(
        "CheckUnknown",
        $"There is no {kind} '{name}'.",
        CloudErrorCategory.ObjectNotFound,
        name,
        "Get-AccountCheck lists the checks and the controls that they answer, such as CIS-2.13 and IAM.5.");
}
