using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>How one kind of resource that bears tags is found and changed, for the operations that all kinds share.</summary>
/// <param name="Read">The tags of the resource that a call names.</param>
/// <param name="Write">Puts other tags in their place.</param>
internal sealed record TaggedKind(
    Func<OperationCall, ImmutableSortedDictionary<string, string>> Read,
    Action<OperationCall, ImmutableSortedDictionary<string, string>> Write);
