using System.Globalization;

namespace CloudEssentials.Policies.Evaluation;

/// <summary>
/// Dates as date operators take them: the W3C forms of ISO 8601 (year, month, day, minutes, seconds, fractions, with
/// a time zone where there is a time) or seconds since 1970. See 'Date condition operators' in
/// reference_policies_elements_condition_operators.html.
/// </summary>
internal static class IsoDate
{
    private static readonly string[] _days = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    public static string Format(DateTime time) => time.ToString(
        time.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ",
        CultureInfo.InvariantCulture);

    /// <summary>Reads a date.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ticks">UTC, in ticks of 100 ns.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out long ticks)
    {
        if (text.Length is 4 or 7 or 10 && DateTime.TryParseExact(text, _days, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime day))
        {
            ticks = day.Ticks;
            return true;
        }

        return text.Contains('T') ? TryParseTime(text, out ticks) : TryParseEpoch(text, out ticks);
    }

    private static bool TryParseEpoch(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal seconds)
            || Math.Abs(seconds) > 200_000_000_000m)
            return false;
        ticks = DateTime.UnixEpoch.Ticks + (long)(seconds * TimeSpan.TicksPerSecond);
        return true;
    }

    private static bool TryParseTime(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        int zone = text[10..].IndexOfAny("Z+-") + 10;
        if (text.IndexOf('T') != 10 || zone < 16 || !TryParseZone(text[zone..], out TimeSpan offset))
            return false;
        ReadOnlySpan<char> time = text[..zone];
        if (!DateTime.TryParseExact(time, time.Length > 16 ? time.Length > 19 ? "yyyy-MM-ddTHH:mm:ss.FFFFFFF" : "yyyy-MM-ddTHH:mm:ss" : "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local))
            return false;
        ticks = local.Ticks - offset.Ticks;
        return true;
    }

    private static bool TryParseZone(ReadOnlySpan<char> zone, out TimeSpan offset)
    {
        offset = default;
        if (zone is "Z")
            return true;
        if (zone.Length != 6 || !TimeSpan.TryParseExact(zone[1..], "hh\\:mm", CultureInfo.InvariantCulture, out offset))
            return false;
        if (zone[0] == '-')
            offset = -offset;
        return true;
    }
}
