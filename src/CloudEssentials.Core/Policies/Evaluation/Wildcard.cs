using System.Buffers;

namespace CloudEssentials.Policies.Evaluation;

/// <summary>
/// Matches text against patterns in which <see cref="AnyRun"/> stands for any run of characters and
/// <see cref="AnyOne"/> for any one character. The two are Unicode noncharacters, so that a pattern can also hold a
/// literal <c>*</c> or <c>?</c>, as a policy writes with <c>${*}</c> and <c>${?}</c>.
/// Each run of literals is looked for once, from the left: the time grows with the text, not with the number of stars.
/// </summary>
internal static class Wildcard
{
    public const char AnyRun = '\uFFFE';
    public const char AnyOne = '\uFFFF';

    // Up to here the framework's vectorised search is faster, and its worst case is bounded by the length.
    private const int ShortSegment = 64;

    public static bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int first = pattern.IndexOf(AnyRun);
        if (first < 0)
            return pattern.Length == text.Length && FitsAt(pattern, text);

        int last = pattern.LastIndexOf(AnyRun);
        ReadOnlySpan<char> suffix = pattern[(last + 1)..];
        if (text.Length < first + suffix.Length || !FitsAt(pattern[..first], text) || !FitsAt(suffix, text[^suffix.Length..]))
            return false;

        return last <= first || HoldsInOrder(pattern[(first + 1)..last], text[first..^suffix.Length]);
    }

    /// <summary>The text with <c>*</c> and <c>?</c> made wildcards.</summary>
    public static string Encode(string text) => text.Replace('*', AnyRun).Replace('?', AnyOne);

    public static bool HasWildcard(ReadOnlySpan<char> pattern) => pattern.IndexOfAny(AnyRun, AnyOne) >= 0;

    private static bool HoldsInOrder(ReadOnlySpan<char> segments, ReadOnlySpan<char> text)
    {
        while (true)
        {
            int end = segments.IndexOf(AnyRun);
            ReadOnlySpan<char> segment = end < 0 ? segments : segments[..end];
            int at = Find(segment, text);
            if (at < 0)
                return false;
            if (end < 0)
                return true;
            text = text[(at + segment.Length)..];
            segments = segments[(end + 1)..];
        }
    }

    private static int Find(ReadOnlySpan<char> segment, ReadOnlySpan<char> text)
    {
        if (segment.Length > text.Length)
            return -1;
        if (segment.Contains(AnyOne))
            return FindWithAnyOne(segment, text);
        return segment.Length <= ShortSegment ? text.IndexOf(segment) : FindLong(segment, text);
    }

    // The place that failed last is the likeliest to fail again, so it is looked at first.
    private static int FindWithAnyOne(ReadOnlySpan<char> segment, ReadOnlySpan<char> text)
    {
        int suspect = 0;
        for (int at = 0; at <= text.Length - segment.Length; at++)
        {
            if (segment[suspect] != AnyOne && segment[suspect] != text[at + suspect])
                continue;
            int difference = FirstDifference(segment, text[at..]);
            if (difference < 0)
                return at;
            suspect = difference;
        }

        return -1;
    }

    private static int FirstDifference(ReadOnlySpan<char> segment, ReadOnlySpan<char> text)
    {
        for (int i = 0; i < segment.Length; i++)
        {
            if (segment[i] != AnyOne && segment[i] != text[i])
                return i;
        }

        return -1;
    }

    // Knuth, Morris and Pratt: no character of the text is looked at again after a part match fails.
    private static int FindLong(ReadOnlySpan<char> segment, ReadOnlySpan<char> text)
    {
        int[] fallback = ArrayPool<int>.Shared.Rent(segment.Length);
        try
        {
            fallback[0] = 0;
            for (int i = 1, length = 0; i < segment.Length; i++)
            {
                while (length > 0 && segment[i] != segment[length])
                    length = fallback[length - 1];
                length += segment[i] == segment[length] ? 1 : 0;
                fallback[i] = length;
            }

            for (int i = 0, length = 0; i < text.Length; i++)
            {
                while (length > 0 && text[i] != segment[length])
                    length = fallback[length - 1];
                length += text[i] == segment[length] ? 1 : 0;
                if (length == segment.Length)
                    return i - length + 1;
            }

            return -1;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(fallback);
        }
    }

    private static bool FitsAt(ReadOnlySpan<char> literal, ReadOnlySpan<char> text)
    {
        while (true)
        {
            int any = literal.IndexOf(AnyOne);
            if (any < 0)
                return text.StartsWith(literal);
            if (!text.StartsWith(literal[..any]))
                return false;
            literal = literal[(any + 1)..];
            text = text[(any + 1)..];
        }
    }
}
