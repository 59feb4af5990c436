using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Tags of EC2's resources, in and out. See "Tag restrictions" in the EC2 User Guide.</summary>
internal static class Ec2Tags
{
    public const int Maximum = 50;

    private const int MaximumKey = 128;
    private const int MaximumValue = 256;

    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The types of resource that parameters specify tags for.</summary>
    public static IEnumerable<string> Specified(JsonObject input) =>
        Specifications(input).Select(specification => specification["ResourceType"]?.GetValue<string>()).OfType<string>().Distinct();

    /// <summary>The tags that parameters specify for a type of resource, as they are given; a key that stands twice is taken once.</summary>
    public static IReadOnlyDictionary<string, string> Given(JsonObject input, string type) => Specifications(input)
        .Where(specification => specification["ResourceType"]?.GetValue<string>() == type)
        .SelectMany(specification => specification["Tags"]?.AsArray() ?? [])
        .GroupBy(tag => Key(tag!) ?? string.Empty)
        .ToDictionary(tags => tags.Key, tags => Value(tags.Last()!));

    /// <summary>The tags for what a call creates.</summary>
    /// <param name="call">The call.</param>
    /// <param name="type">The type of what is tagged.</param>
    /// <param name="others">Other types that the same call may specify tags for.</param>
    /// <exception cref="ServiceError">Tags are specified for what the call does not create, or they break EC2's rules.</exception>
    public static ImmutableSortedDictionary<string, string> ForNew(OperationCall call, string type, params string[] others) =>
        ForNew(call.Input, type, others);

    /// <summary>The same of parameters that have been put together.</summary>
    public static ImmutableSortedDictionary<string, string> ForNew(JsonObject input, string type, params string[] others)
    {
        HashSet<string> seen = [];
        ImmutableSortedDictionary<string, string> tags = None;
        foreach (JsonObject specification in Specifications(input))
        {
            string given = specification["ResourceType"]?.GetValue<string>() ?? throw Invalid("Tag specification resource type must have a value");
            _ = given == type || others.Contains(given) ? true : throw Invalid($"'{given}' is not a valid taggable resource type for this operation.");
            _ = seen.Add(given) ? true : throw Invalid($"The resource type '{given}' may not be specified more than once in tag specifications");
            ImmutableSortedDictionary<string, string> read = Read(specification["Tags"]?.AsArray() ?? []);
            _ = read.Count > 0 ? true : throw Invalid("Tag specification must have at least one tag");
            tags = given == type ? read : tags;
        }

        return tags;
    }

    /// <summary>What a resource's tags are once others are added.</summary>
    /// <exception cref="ServiceError">There would be too many.</exception>
    public static ImmutableSortedDictionary<string, string> Add(ImmutableSortedDictionary<string, string> tags, ImmutableSortedDictionary<string, string> added)
    {
        ImmutableSortedDictionary<string, string> all = None.AddRange(tags).SetItems(added);
        return all.Keys.Count(key => !IsReserved(key)) > Maximum ? throw TooMany() : all;
    }

    /// <summary>A call's list of tags.</summary>
    /// <exception cref="ServiceError">They break EC2's rules.</exception>
    public static ImmutableSortedDictionary<string, string> Read(JsonArray list)
    {
        var tags = None.ToBuilder();
        foreach (JsonNode? tag in list)
        {
            string key = Key(tag!) is { Length: > 0 } given ? given : throw new ServiceError("InvalidTagKey.Malformed", "Tag keys cannot be empty or null.");
            _ = !IsReserved(key) ? true : throw Invalid("Tag keys starting with 'aws:' are reserved for internal use");
            _ = key.Length <= MaximumKey ? true : throw Invalid($"Tag key exceeds the maximum length of {MaximumKey} characters");
            _ = Value(tag!).Length <= MaximumValue ? true : throw Invalid($"Tag value exceeds the maximum length of {MaximumValue} characters");
            _ = tags.TryAdd(key, Value(tag!)) ? true : throw Invalid($"Duplicate tag key '{key}' specified.");
        }

        return tags.Count > Maximum ? throw TooMany() : tags.ToImmutable();
    }

    public static JsonArray Write(IEc2Resource resource) => IamTags.Write(resource.Tags) ?? [];

    public static string? Key(JsonNode tag) => tag["Key"]?.GetValue<string>();

    public static string Value(JsonNode tag) => tag["Value"]?.GetValue<string>() ?? string.Empty;

    // Tags that AWS itself gives do not count and cannot be given.
    public static bool IsReserved(string key) => key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<JsonObject> Specifications(JsonObject input) =>
        (input["TagSpecifications"]?.AsArray() ?? []).Select(specification => specification!.AsObject());

    private static ServiceError Invalid(string message) => new("InvalidParameterValue", message);

    private static ServiceError TooMany() => new("TagLimitExceeded", "The maximum number of Tags for a resource has been reached.");
}
