using System.Globalization;

namespace CloudEssentials.Accounts;

/// <summary>Says facts in the same words everywhere.</summary>
internal static class FactText
{
    internal static string Day(DateTimeOffset? date) => date is { } known ? known.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "on an unknown day";

    internal static string DayOrNever(DateTimeOffset? date) => date is null ? "never" : Day(date);

    internal static string Count(int count, string one, string? many = null) => count == 1 ? $"1 {one}" : $"{count} {many ?? one + "s"}";

    internal static string List(IEnumerable<string> items, int most = 6)
    {
        string[] all = [.. items];
        return all.Length <= most ? string.Join(", ", all) : $"{string.Join(", ", all.Take(most))} and {all.Length - most} more";
    }

    /// <summary>A name as an argument of a command.</summary>
    internal static string Quote(string name) => name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.') ? name : $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";
}
