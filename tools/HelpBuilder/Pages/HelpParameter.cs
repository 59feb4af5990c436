namespace CloudEssentials.HelpBuilder.Pages;

/// <summary>A parameter on a page.</summary>
/// <param name="Name">Its name, without the dash.</param>
/// <param name="Words">What is said of it, raw Markdown.</param>
/// <param name="Facts">The lines of its YAML block.</param>
public sealed record HelpParameter(string Name, string Words, IReadOnlyList<string> Facts)
{
    /// <summary>The value of a top-level key of the facts, without quotes.</summary>
    public string Fact(string key) => Value(Facts.FirstOrDefault(line => line.StartsWith($"{key}:", StringComparison.Ordinal)) ?? "");

    /// <summary>The items of a top-level list of the facts.</summary>
    public IReadOnlyList<string> List(string key) =>
        [.. Facts.SkipWhile(line => !line.StartsWith($"{key}:", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => line.StartsWith("- ", StringComparison.Ordinal))
            .Select(line => line[2..].Trim().Trim('\''))];

    /// <summary>The parameter sets, each with its facts by key.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Sets()
    {
        List<Dictionary<string, string>> sets = [];
        foreach (string line in Facts.SkipWhile(line => line != "ParameterSets:").Skip(1).TakeWhile(line => line[0] is '-' or ' '))
        {
            if (line[0] == '-')
                sets.Add([]);
            sets[^1][line[2..line.IndexOf(':', StringComparison.Ordinal)]] = Value(line);
        }

        return sets;
    }

    private static string Value(string line) => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim().Trim('\'');
}
