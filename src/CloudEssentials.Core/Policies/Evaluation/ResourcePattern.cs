namespace CloudEssentials.Policies.Evaluation;

/// <summary>
/// A value of <c>Resource</c> or <c>NotResource</c>. Matched part by part: a wildcard stays within its part of the ARN,
/// save that <c>*</c> at the end of a part may go over colons. An ARN with fewer than six parts is completed with
/// <c>*</c>. No wildcard in the service. Variables in the last part alone. Case counts. See
/// reference_policies_elements_resource.html and 'Resource element' in reference_policies_variables.html.
/// </summary>
internal sealed class ResourcePattern
{
    private readonly bool _everything;
    private readonly bool _never;

    // What precedes the last part, where it has no wildcard: one comparison then does for five parts.
    private readonly string? _head;
    private readonly TextPattern[] _parts = [];
    private readonly TextPattern? _last;
    private readonly PolicyText? _template;
    private readonly bool _mayCrossColons;

    private ResourcePattern(string source, bool everything, bool never)
    {
        Source = source;
        _everything = everything;
        _never = never;
    }

    private ResourcePattern(string source, string[] parts, bool variables)
    {
        Source = source;
        _parts = [.. parts.Take(5).Select(part => new TextPattern(Wildcard.Encode(part)))];
        PolicyText last = PolicyText.Parse(parts[5], variables, wildcards: true);
        _last = last.Constant is null ? null : new TextPattern(last.Constant);
        _template = last.Constant is null ? last : null;
        _head = _parts.All(part => part.IsExact) ? string.Join(':', parts.Take(5)) + ":" : null;
        _mayCrossColons = _parts.Any(part => part.EndsOpen);
    }

    /// <summary>What a comparison gave.</summary>
    public enum Match
    {
        /// <summary>It does not match.</summary>
        No,

        /// <summary>It matches nothing because a variable has no value, and might match if it had one.</summary>
        VariableMissing,

        /// <summary>It matches.</summary>
        Yes,
    }

    /// <summary>The value as the policy has it.</summary>
    public string Source { get; }

    /// <summary>Whether it is <c>*</c>.</summary>
    public bool IsEverything => _everything;

    /// <summary>Reads a value.</summary>
    /// <param name="text">The value.</param>
    /// <param name="variables">Whether the policy's version has variables.</param>
    /// <param name="problem">Why it can match nothing; null where it can.</param>
    public static ResourcePattern Parse(string text, bool variables, out string? problem)
    {
        problem = null;
        if (text.Length > 0 && text.AsSpan().Trim('*').IsEmpty)
            return new(text, everything: true, never: false);

        string[] parts = text.Split(':', 6);
        problem = parts[0] != "arn" ? "it is neither '*' nor an ARN"
            : parts.Length < 3 ? "it names no service"
            : parts[2].AsSpan().IndexOfAny('*', '?') >= 0 ? "the service of an ARN cannot have a wildcard"
            : null;
        if (problem is not null)
            return new(text, everything: false, never: true);

        int given = parts.Length;
        Array.Resize(ref parts, 6);
        Array.Fill(parts, "*", given, 6 - given);
        return new(text, parts, variables);
    }

    /// <summary>Compares it with a request's resource.</summary>
    public Match IsMatch(AccessRequest request)
    {
        if (_everything)
            return Match.Yes;
        if (_never || request.IsAnyResource)
            return Match.No;
        if (_template is null)
            return IsMatch(request, _last!) ? Match.Yes : Match.No;
        return MatchTemplate(request);
    }

    /// <summary>The first variable that the request gives no value.</summary>
    public string? MissingKey(AccessRequest request) => _template?.MissingKey(request);

    private Match MatchTemplate(AccessRequest request)
    {
        if (_head is not null && !request.Target.StartsWith(_head, StringComparison.Ordinal))
            return Match.No;

        CharBuffer buffer = new(stackalloc char[512]);
        try
        {
            bool complete = _template!.Expand(request, ref buffer);
            bool fits = (HeadFits(request) && Wildcard.IsMatch(buffer.Text, request.Part(5))) || CrossesColons(request, buffer.Text);
            return !fits ? Match.No : complete ? Match.Yes : Match.VariableMissing;
        }
        finally
        {
            buffer.Dispose();
        }
    }

    private bool IsMatch(AccessRequest request, TextPattern last)
    {
        if (_head is not null)
            return request.Target.StartsWith(_head, StringComparison.Ordinal) && last.IsMatch(request.Target.AsSpan(_head.Length));
        return (HeadFits(request) && last.IsMatch(request.Part(5))) || CrossesColons(request, last.Pattern);
    }

    private bool HeadFits(AccessRequest request)
    {
        if (_head is not null)
            return true;
        for (int i = 4; i > 0; i--)
        {
            if (!_parts[i].IsMatch(request.Part(i)))
                return false;
        }

        return true;
    }

    // A '*' that ends a part can take in whole further parts. Only a resource with more than five colons offers any.
    private bool CrossesColons(AccessRequest request, ReadOnlySpan<char> last)
    {
        if (!_mayCrossColons || !request.HasColonsInLastPart)
            return false;

        int places = request.Colons.Length + 1;
        Span<bool> from = places <= 128 ? stackalloc bool[places] : new bool[places];
        Span<bool> to = places <= 128 ? stackalloc bool[places] : new bool[places];
        from.Clear();
        from[0] = true;
        foreach (TextPattern part in _parts)
        {
            Step(part, from, to, request);
            Span<bool> reached = to;
            to = from;
            from = reached;
        }

        for (int at = 1; at < places; at++)
        {
            if (from[at] && Wildcard.IsMatch(last, request.Target.AsSpan(request.Colons[at - 1] + 1)))
                return true;
        }

        return false;
    }

    // From the parts of the resource that may come next to those that may come after this part of the pattern.
    private static void Step(TextPattern part, ReadOnlySpan<bool> from, Span<bool> to, AccessRequest request)
    {
        ReadOnlySpan<int> colons = request.Colons;
        to.Clear();
        for (int at = 0; at < colons.Length; at++)
        {
            int start = at == 0 ? 0 : colons[at - 1] + 1;
            if (!from[at] || !part.IsMatch(request.Target.AsSpan(start, colons[at] - start)))
                continue;
            if (part.EndsOpen)
            {
                to[(at + 1)..].Fill(true);
                return;
            }

            to[at + 1] = true;
        }
    }
}
