using CloudEssentials.Accounts;
using Zxcvbn;
using Zxcvbn.Matcher;

namespace CloudEssentials.Aws.Accounts;

/// <summary>
/// Says how soon a password would be guessed, by zxcvbn (https://github.com/dropbox/zxcvbn). It stands here because
/// what others wrote loads in the module's own context, and this assembly is the way into it.
/// </summary>
public static class PasswordEstimator
{
    /// <summary>Estimates a password.</summary>
    /// <param name="password">The password; nothing keeps it.</param>
    /// <param name="own">What a guesser would try first: names and addresses of its owner.</param>
    /// <returns>How strong it is.</returns>
    public static PasswordStrength Estimate(string password, IReadOnlyCollection<string> own)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(own);
        Result result = Zxcvbn.Zxcvbn.MatchPassword(password, own.SelectMany(Parts));
        double guesses = Math.Max(0, (result.Entropy - 1) * Math.Log10(2));
        string[] weaknesses = [.. result.MatchSequence.Select(Weakness).OfType<string>().Distinct()];
        return new(
            result.Score,
            Math.Round(guesses, 1),
            weaknesses.Length == 0 ? null : $"A guesser would try soon: {string.Join(", ", weaknesses)}.",
            result.Score >= 4 ? [] : ["Use more words that have nothing to do with one another, or let a password manager make it.", "A capital at the start and digits at the end add little."]);
    }

    // The estimator compares whole words: of an address, and of a name with separators, each part is one.
    private static IEnumerable<string> Parts(string name) =>
        name.Split(['@', '.', '-', '_', ' ', '+', ',', '='], StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length > 2).Append(name).Select(part => part.ToLowerInvariant());

    private static string? Weakness(Match match) => match switch
    {
        DictionaryMatch { DictionaryName: "user_inputs" or "userInputs" or "" } => "the owner's name or address",
        DictionaryMatch { DictionaryName: "passwords" } => "passwords that many use",
        DictionaryMatch { DictionaryName: var name } when name.Contains("names", StringComparison.Ordinal) => "names of people",
        DictionaryMatch => "words of a dictionary",
        SpatialMatch => "rows of keys",
        RepeatMatch => "a character again and again",
        SequenceMatch => "sequences such as abc or 123",
        DateMatch => "dates",
        _ when match.Pattern is "year" or "date" or "digits" => "years and numbers",
        _ => null,
    };
}
