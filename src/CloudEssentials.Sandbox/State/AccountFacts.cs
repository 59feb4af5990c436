using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.State;

/// <summary>What an account is from the start.</summary>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Seed">What ids and keys are made from.</param>
/// <param name="Created">When the account was made.</param>
/// <param name="IdCount">How many ids have been given out.</param>
/// <param name="OptedInRegions">The Regions that the account has opted in to.</param>
internal sealed record AccountFacts(
    string AccountId, string Seed, DateTimeOffset Created, long IdCount, ImmutableSortedSet<string> OptedInRegions);
