using System.Text.RegularExpressions;

namespace CloudEssentials.DirectoryApp;

/// <summary>The tags of the application and the rules for the user's own, in the narrowest form that one of its services asks for.</summary>
public static partial class AppTags
{
    /// <summary>The key of the tag whose value is the application's name.</summary>
    public const string Application = "Application";

    /// <summary>The key of the tag whose value is the resource's logical id.</summary>
    public const string Part = "ApplicationPart";

    /// <summary>The key of the tag that consoles show as the resource's name.</summary>
    public const string Name = "Name";

    private const int MaximumCount = 50;

    private static readonly string[] _own = [Application, Part, Name];

    /// <summary>All tags of a resource.</summary>
    /// <param name="spec">The application.</param>
    /// <param name="part">The resource's logical id.</param>
    /// <param name="name">Its name.</param>
    /// <returns>The application's three, then the user's by key.</returns>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(DirectoryAppSpec spec, string part, string name)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return
        [
            new(Application, spec.Name),
            new(Part, part),
            new(Name, name),
            .. spec.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>Makes sure that tags can be set on every resource of an application.</summary>
    /// <param name="tags">The user's tags.</param>
    /// <exception cref="CloudException"><c>TagInvalid</c>.</exception>
    public static void Check(IReadOnlyDictionary<string, string> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        if (tags.Count > MaximumCount - _own.Length)
            throw SpecErrors.Invalid("TagInvalid", "Tag", tags.Count, "tags are too many.", $"AWS allows {MaximumCount} on a resource, and the application sets {_own.Length} itself.");
        foreach ((string key, string value) in tags)
        {
            if (KeyFault(key) is { } keyFault)
                throw SpecErrors.Invalid("TagInvalid", "Tag", key, $"cannot be the key of a tag: {keyFault}", "A key has 1 to 128 letters, digits, spaces and _ . : / = + - @ and does not begin with aws:.");
            if (value.Length > 256 || !TextPattern().IsMatch(value))
                throw SpecErrors.Invalid("TagInvalid", "Tag", value, $"cannot be the value of the tag {key}.", "A value has up to 256 letters, digits, spaces and _ . : / = + - @.");
        }

        // IAM takes two keys that differ in case alone for one.
        if (tags.Keys.GroupBy(key => key, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twins)
            throw SpecErrors.Invalid("TagInvalid", "Tag", string.Join("' and '", twins), "differ in case alone, which IAM does not allow.", "Keep one of them.");
    }

    private static string? KeyFault(string key)
    {
        if (key.Length is 0 or > 128)
            return $"it has {key.Length} characters.";
        if (!TextPattern().IsMatch(key))
            return "it has a character that is not allowed.";
        if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            return "AWS keeps keys that begin with aws: for itself.";
        return _own.Contains(key, StringComparer.OrdinalIgnoreCase) ? "the application sets this one itself." : null;
    }

    [GeneratedRegex(@"\A[\p{L}\p{Zs}\p{N}_.:/=+\-@]*\z")]
    private static partial Regex TextPattern();
}
