namespace CloudEssentials.Accounts.Checks;

/// <summary>All checks of this module.</summary>
public static class SecurityChecks
{
    private static readonly Lazy<IReadOnlyList<SecurityCheck>> _all = new(Find);

    /// <summary>The checks: in the order of the CIS benchmark, then those of Security Hub, then the module's own.</summary>
    public static IReadOnlyList<SecurityCheck> All => _all.Value;

    private static IReadOnlyList<SecurityCheck> Find() =>
    [
        .. typeof(SecurityChecks).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(SecurityCheck)))
            .Select(type => (SecurityCheck)Activator.CreateInstance(type, nonPublic: true)!)
            .OrderBy(check => Rank(check.Controls is [{ } first, ..] ? first : null))
            .ThenBy(check => check.Name, StringComparer.Ordinal),
    ];

    // CIS-2.1.3 comes before CIS-2.10: numbers, not letters.
    private static int Rank(string? control)
    {
        if (control is null)
            return int.MaxValue;
        int[] numbers = [.. control[4..].Split('.').Select(int.Parse)];
        return control.StartsWith("CIS-", StringComparison.Ordinal) ? (numbers[1] * 100) + (numbers.Length > 2 ? numbers[2] : 0) : 1_000_000 + numbers[^1];
    }
}
