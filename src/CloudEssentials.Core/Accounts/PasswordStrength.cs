namespace CloudEssentials.Accounts;

/// <summary>How soon a password would be guessed by one who knows how people choose them.</summary>
/// <param name="Score">0 (at once) to 4 (not in practice).</param>
/// <param name="GuessesLog10">The number of guesses that it takes, as a power of ten.</param>
/// <param name="Warning">What is weak about it; null where nothing is.</param>
/// <param name="Suggestions">What would make it better.</param>
public sealed record PasswordStrength(int Score, double GuessesLog10, string? Warning, IReadOnlyList<string> Suggestions);
