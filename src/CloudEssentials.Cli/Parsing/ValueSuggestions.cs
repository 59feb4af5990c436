using System.CommandLine.Completions;
using CloudEssentials.Cli.Binding;
using CloudEssentials.Operations;
using CloudEssentials.Regions;

namespace CloudEssentials.Cli.Parsing;

/// <summary>What completion offers as an argument.</summary>
internal static class ValueSuggestions
{
    /// <summary>The values of an input that begin as the word does.</summary>
    internal static IEnumerable<CompletionItem> For(OperationInput input, string word) =>
        Values(input).Where(value => value.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Select(value => new CompletionItem(value));

    private static IEnumerable<string> Values(OperationInput input)
    {
        Type type = ValueConverter.ElementOf(input.Type) ?? input.Type;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
            return Enum.GetNames(type);
        return input.Name is "Region" or "ExcludeRegion" ? RegionNamesOf() : [];
    }

    private static IEnumerable<string> RegionNamesOf() => RegionCatalog.Default.Regions.Select(region => region.Code);
}
