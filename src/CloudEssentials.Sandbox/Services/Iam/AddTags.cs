using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Gives a resource tags, in the place of those of the same keys.</summary>
internal abstract class AddTags(TaggedKind kind) : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        ImmutableSortedDictionary<string, string> tags = kind.Read(call);
        foreach ((string key, string value) in IamTags.Read(call))
        {
            // A key differs from another in more than its case.
            string known = tags.Keys.FirstOrDefault(name => name.Equals(key, StringComparison.OrdinalIgnoreCase)) ?? key;
            tags = tags.Remove(known).SetItem(key, value);
        }

        kind.Write(call, tags.Count <= IamQuotas.TagsPerEntity
            ? tags
            : throw IamErrors.LimitExceeded($"The number of tags has reached the maximum limit of {IamQuotas.TagsPerEntity}."));
        return [];
    }
}
