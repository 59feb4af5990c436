namespace CloudEssentials.Accounts;

/// <summary>What was read in one Region.</summary>
/// <typeparam name="T">Of what kind.</typeparam>
/// <param name="Region">The Region.</param>
/// <param name="Items">What there is.</param>
/// <param name="Refusal">Why nothing was read; null where it was.</param>
public sealed record RegionalFact<T>(string Region, IReadOnlyList<T> Items, CloudException? Refusal = null);
