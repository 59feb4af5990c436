using System.Collections;
using System.Globalization;
using System.Net;

namespace CloudEssentials.Policies.Evaluation;

/// <summary>The value or values of a context key in a request. Immutable.</summary>
public sealed class ContextValues : IReadOnlyList<string>
{
    /// <summary>The longest value that is taken, in characters. No AWS request carries a longer one.</summary>
    public const int MaximumLength = 65_536;

    internal static readonly ContextValues True = new("true");
    internal static readonly ContextValues False = new("false");

    private readonly string? _single;
    private readonly string[] _many;
    private object? _address;

    internal ContextValues(string value)
    {
        _single = value;
        _many = [];
    }

    private ContextValues(string[] values)
    {
        _single = values.Length == 1 ? values[0] : null;
        _many = values;
    }

    /// <summary>How many values there are; 0 for a key that is there and null.</summary>
    public int Count => _single is null ? _many.Length : 1;

    /// <summary>The value at a place, from 0.</summary>
    /// <param name="index">The place.</param>
    public string this[int index] => _single is not null && index == 0 ? _single : _many[index];

    /// <summary>
    /// Makes context values of what a caller hands over: a string, a number, a truth value, a date, bytes (as base64),
    /// an IP address, or a list of these. Null is a key without a value.
    /// </summary>
    /// <param name="key">The key, for the error.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="CloudException"><c>ContextValueInvalid</c>: a value is none of these, or too long.</exception>
    public static ContextValues From(string key, object? value) => value switch
    {
        null => new([]),
        ContextValues values => values,
        string or byte[] or IDictionary => new(TextOf(key, value)),
        IEnumerable items => new([.. items.Cast<object?>().Where(item => item is not null).Select(item => TextOf(key, item!))]),
        _ => new(TextOf(key, value)),
    };

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
            yield return this[i];
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The values with commas between them.</summary>
    public override string ToString() => string.Join(", ", this);

    /// <summary>Reads a value as one IP address; an IPv6 address is read once and kept.</summary>
    internal bool TryGetAddress(int index, out IpRange address)
    {
        if (_single is null || !_single.Contains(':'))
            return IpRange.TryParseAddress(this[index], out address);
        if (_address is IpRange known)
        {
            address = known;
            return true;
        }

        bool good = IpRange.TryParseAddress(_single, out address);
        _address = good ? address : null;
        return good;
    }

    private static string TextOf(string key, object value)
    {
        string text = value switch
        {
            string given => given,
            bool truth => truth ? "true" : "false",
            DateTime time => IsoDate.Format(time.ToUniversalTime()),
            DateTimeOffset time => IsoDate.Format(time.UtcDateTime),
            byte[] bytes => Convert.ToBase64String(bytes),
            IPAddress address => address.ToString(),
            sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            char or Guid or Enum or Uri => value.ToString()!,
            _ => throw Invalid(key, $"a value of type {value.GetType().Name} cannot stand there", value),
        };
        return text.Length <= MaximumLength
            ? text
            : throw Invalid(key, $"its value has {text.Length} characters, and {MaximumLength} is the most", null);
    }

    private static CloudException Invalid(string key, string reason, object? target) => new(
        "ContextValueInvalid",
        $"The context key '{key}' cannot be used: {reason}.",
        CloudErrorCategory.InvalidArgument,
        target,
        "Give a string, a number, $true or $false, a date, an IP address, or an array of these for a multivalued key.");
}
