using System.Collections.Immutable;
using System.IO.Enumeration;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>
/// EC2's filters: an item must match every filter, by any of its values, in which <c>*</c> and <c>?</c> stand for any characters and a
/// backslash takes their meaning away. See "List and filter using the CLI and API" in the EC2 User Guide.
/// </summary>
/// <param name="values">By a filter's name, the values of an item that it looks at.</param>
/// <param name="tags">An item's tags, for the filters <c>tag:</c> with a key, <c>tag-key</c> and <c>tag-value</c>; null where there are none.</param>
internal sealed class Filters<T>(Dictionary<string, Func<T, IEnumerable<string>>> values, Func<T, ImmutableSortedDictionary<string, string>>? tags = null)
{
    private const int MaximumValues = 200;
    private const string TagPrefix = "tag:";

    public IEnumerable<T> Apply(OperationCall call, IEnumerable<T> items)
    {
        foreach (JsonObject filter in call.Structures("Filters").Concat(call.Structures("Filter")))
        {
            string name = filter["Name"]?.GetValue<string>() ?? "null";
            Func<T, IEnumerable<string>> valuesOf = ValuesOf(name) ?? throw new ServiceError("InvalidParameterValue", $"The filter '{name}' is invalid");
            List<string> patterns = [.. (filter["Values"]?.AsArray() ?? []).Select(value => value!.GetValue<string>())];
            if (patterns.Count is 0 or > MaximumValues)
            {
                throw patterns.Count == 0
                    ? new ServiceError("MissingParameter", $"The request must contain the parameter Value for the filter '{name}'")
                    : new ServiceError("FilterLimitExceeded", $"The maximum number of filter values specified on a single call is {MaximumValues}");
            }

            items = items.Where(item => valuesOf(item).Any(value => patterns.Any(pattern => Matches(pattern, value)))).ToList();
        }

        return items;
    }

    private Func<T, IEnumerable<string>>? ValuesOf(string name) => name switch
    {
        _ when values.TryGetValue(name, out Func<T, IEnumerable<string>>? known) => known,
        _ when tags is null => null,
        "tag-key" => item => tags(item).Keys,
        "tag-value" => item => tags(item).Values,
        _ when name.StartsWith(TagPrefix, StringComparison.Ordinal) => item => tags(item).TryGetValue(name[TagPrefix.Length..], out string? value) ? [value] : [],
        _ => null,
    };

    private static bool Matches(string pattern, string value) => FileSystemName.MatchesSimpleExpression(pattern, value, ignoreCase: false);
}
