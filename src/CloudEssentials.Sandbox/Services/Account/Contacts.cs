using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Account;

/// <summary>The contacts of an account.</summary>
/// <param name="Primary">The primary contact: the members of ContactInformation.</param>
internal sealed record Contacts(ImmutableSortedDictionary<string, string> Primary)
{
    /// <summary>The alternate contacts by their type: the members of each.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Alternate { get; init; } =
        ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>.Empty;
}
