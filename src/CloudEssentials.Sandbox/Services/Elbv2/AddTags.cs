using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>Adds tags to resources, or overwrites them.</summary>
internal sealed class AddTags : TagChange
{
    protected override ImmutableSortedDictionary<string, string> Change(OperationCall call, ImmutableSortedDictionary<string, string> tags) => tags.SetItems(ReadTags(call));
}
