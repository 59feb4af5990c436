using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>Takes tags from resources.</summary>
internal sealed class RemoveTags : TagChange
{
    protected override ImmutableSortedDictionary<string, string> Change(OperationCall call, ImmutableSortedDictionary<string, string> tags) => tags.RemoveRange(call.Texts("TagKeys"));
}
