using System.Buffers;
using System.Text.RegularExpressions;

namespace CloudEssentials.DirectoryApp;

/// <summary>
/// The rules for the names of general purpose buckets: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html.
/// </summary>
public static partial class BucketName
{
    private static readonly SearchValues<char> _characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-");

    private static readonly string[] _reservedStarts = ["xn--", "sthree-", "amzn-s3-demo-"];

    private static readonly string[] _reservedEnds = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];

    /// <summary>Makes sure that a name can be a bucket's.</summary>
    /// <param name="name">The name.</param>
    /// <param name="parameter">The parameter that it was given to.</param>
    /// <returns>The name.</returns>
    /// <exception cref="CloudException"><c>BucketNameInvalid</c>.</exception>
    public static string Check(string name, string parameter = "PhotosBucket")
    {
        ArgumentNullException.ThrowIfNull(name);
        return Fault(name) is { } fault
            ? throw SpecErrors.Invalid("BucketNameInvalid", parameter, name, $"cannot be the name of a bucket: {fault}", "A bucket's name has 3 to 63 lower case letters, digits, dots and hyphens, such as employee-photo-bucket-ab-907.")
            : name;
    }

    /// <summary>What is wrong with a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>A sentence; null where nothing is.</returns>
    public static string? Fault(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is < 3 or > 63)
            return $"it has {name.Length} characters, not 3 to 63.";
        if (name.AsSpan().IndexOfAnyExcept(_characters) is var odd and >= 0)
            return char.IsAsciiLetterUpper(name[odd]) ? "it has capital letters." : $"{SpecErrors.Show(name[odd])} is not allowed in it.";
        if (!char.IsAsciiLetterOrDigit(name[0]) || !char.IsAsciiLetterOrDigit(name[^1]))
            return "it does not begin and end with a letter or digit.";
        if (name.Contains("..", StringComparison.Ordinal))
            return "it has two dots in a row.";
        if (AddressPattern().IsMatch(name))
            return "it looks like an IP address.";
        if (_reservedStarts.FirstOrDefault(start => name.StartsWith(start, StringComparison.Ordinal)) is { } reservedStart)
            return $"S3 keeps names that begin with {reservedStart} for itself.";
        if (_reservedEnds.FirstOrDefault(end => name.EndsWith(end, StringComparison.Ordinal)) is { } reservedEnd)
            return $"S3 keeps names that end with {reservedEnd} for itself.";
        return name.EndsWith("-an", StringComparison.Ordinal) && !RegionalPattern().IsMatch(name)
            ? "a name that ends with -an belongs to an account's own namespace and has its number and Region before that."
            : null;
    }

    [GeneratedRegex(@"\A\d+\.\d+\.\d+\.\d+\z")]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"-\d{12}-[a-z]+(-[a-z]+)+-\d+-an\z")]
    private static partial Regex RegionalPattern();
}
