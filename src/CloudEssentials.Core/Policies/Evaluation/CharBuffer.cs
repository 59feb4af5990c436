using System.Buffers;

namespace CloudEssentials.Policies.Evaluation;

/// <summary>Text in the making, on the stack while it is short.</summary>
internal ref struct CharBuffer
{
    private Span<char> _space;
    private char[]? _rented;
    private int _length;

    public CharBuffer(Span<char> space) => _space = space;

    public readonly ReadOnlySpan<char> Text => _space[.._length];

    public void Append(scoped ReadOnlySpan<char> text)
    {
        if (_length + text.Length > _space.Length)
            Grow(_length + text.Length);
        text.CopyTo(_space[_length..]);
        _length += text.Length;
    }

    public void Append(char character) => Append([character]);

    public void Dispose()
    {
        if (_rented is not null)
            ArrayPool<char>.Shared.Return(_rented);
        _rented = null;
    }

    private void Grow(int least)
    {
        char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(least, _space.Length * 2));
        Text.CopyTo(larger);
        Dispose();
        _rented = larger;
        _space = larger;
    }
}
