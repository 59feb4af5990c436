using System.Runtime.InteropServices;

namespace CloudEssentials.Policies.Comparison;

/// <summary>
/// Finds every combination in which a list of wildcard patterns can match one text: the atoms of the sets that they
/// describe. The patterns run side by side as automata, so the answer is exact, not a guess from samples.
/// </summary>
internal sealed class PatternAtoms
{
    private const int MaximumStates = 20_000;
    private const char Other = '\uFFFF';

    private readonly string[] _patterns;
    private readonly int[] _starts;
    private readonly int _words;
    private readonly char[] _alphabet;

    private PatternAtoms(string[] patterns)
    {
        _patterns = patterns;
        _starts = new int[patterns.Length];
        int bits = 0;
        for (int i = 0; i < patterns.Length; i++)
        {
            _starts[i] = bits;
            bits += patterns[i].Length + 1;
        }

        _words = (bits + 63) / 64;
        _alphabet = [.. patterns.SelectMany(pattern => pattern).Where(c => c is not ('*' or '?')).Distinct(), Other];
    }

    /// <summary>Finds the combinations, or null where there are too many states to go through.</summary>
    /// <param name="patterns">Texts in which <c>*</c> stands for any characters and <c>?</c> for one.</param>
    internal static IReadOnlyList<Atom>? Find(IEnumerable<string> patterns) => new PatternAtoms([.. patterns]).Explore();

    private List<Atom>? Explore()
    {
        ulong[] start = new ulong[_words];
        for (int i = 0; i < _patterns.Length; i++)
            Enter(start, i, 0);

        HashSet<string> seen = new([Key(start)], StringComparer.Ordinal);
        Dictionary<string, Atom> atoms = new(StringComparer.Ordinal);
        Queue<ulong[]> open = new([start]);
        while (open.TryDequeue(out ulong[]? state))
        {
            AddAtom(atoms, state);
            foreach (char symbol in _alphabet)
            {
                ulong[] next = Step(state, symbol);
                if (!seen.Add(Key(next)))
                    continue;
                if (seen.Count > MaximumStates)
                    return null;
                open.Enqueue(next);
            }
        }

        return [.. atoms.Values];
    }

    private void AddAtom(Dictionary<string, Atom> atoms, ulong[] state)
    {
        bool[] matches = new bool[_patterns.Length];
        for (int i = 0; i < matches.Length; i++)
            matches[i] = IsSet(state, _starts[i] + _patterns[i].Length);
        atoms.TryAdd(string.Concat(matches.Select(match => match ? '1' : '0')), new(matches));
    }

    private ulong[] Step(ulong[] state, char symbol)
    {
        ulong[] next = new ulong[_words];
        for (int i = 0; i < _patterns.Length; i++)
        {
            string pattern = _patterns[i];
            for (int at = 0; at < pattern.Length; at++)
            {
                if (!IsSet(state, _starts[i] + at))
                    continue;
                if (pattern[at] == '*')
                    Enter(next, i, at);
                else if (pattern[at] == '?' || pattern[at] == symbol)
                    Enter(next, i, at + 1);
            }
        }

        return next;
    }

    // A star may also stand for nothing: whoever is before it is behind it too.
    private void Enter(ulong[] state, int pattern, int at)
    {
        string text = _patterns[pattern];
        Set(state, _starts[pattern] + at);
        while (at < text.Length && text[at] == '*')
            Set(state, _starts[pattern] + ++at);
    }

    private static bool IsSet(ulong[] state, int bit) => (state[bit >> 6] & (1UL << bit)) != 0;

    private static void Set(ulong[] state, int bit) => state[bit >> 6] |= 1UL << bit;

    private static string Key(ulong[] state) => new(MemoryMarshal.Cast<ulong, char>(state));

    /// <summary>One combination: which patterns match.</summary>
    internal sealed record Atom(bool[] Matches);
}
