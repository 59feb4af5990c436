using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CloudEssentials.Policies.Evaluation;

/// <summary>
/// An IPv4 or IPv6 address or a range in CIDR notation. Without a prefix length it is one address. See 'IP address
/// condition operators' in reference_policies_elements_condition_operators.html.
/// </summary>
internal readonly record struct IpRange
{
    private readonly bool _six;
    private readonly UInt128 _address;
    private readonly UInt128 _mask;

    private IpRange(bool six, UInt128 address, int length)
    {
        int bits = six ? 128 : 32;
        _six = six;
        _mask = length == 0 ? 0 : (UInt128.MaxValue << (bits - length)) & (UInt128.MaxValue >> (128 - bits));
        _address = address;
    }

    /// <summary>Whether an address lies in this range.</summary>
    public bool Contains(IpRange address) => _six == address._six && ((_address ^ address._address) & _mask) == 0;

    /// <summary>Reads an address or, with a slash, a range.</summary>
    public static bool TryParseRange(ReadOnlySpan<char> text, out IpRange range)
    {
        int slash = text.IndexOf('/');
        range = default;
        if (!TryParse(slash < 0 ? text : text[..slash], out bool six, out UInt128 address))
            return false;
        int bits = six ? 128 : 32;
        int length = bits;
        if (slash >= 0 && (!int.TryParse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out length) || length > bits))
            return false;
        range = new(six, address, length);
        return true;
    }

    /// <summary>Reads one address.</summary>
    public static bool TryParseAddress(ReadOnlySpan<char> text, out IpRange address)
    {
        address = default;
        return !text.Contains('/') && TryParseRange(text, out address);
    }

    private static bool TryParse(ReadOnlySpan<char> text, out bool six, out UInt128 address)
    {
        six = text.Contains(':');
        if (!six)
            return TryParseFour(text, out address);

        address = 0;
        if (text.Contains('%') || text.Contains('[') || !IPAddress.TryParse(text, out IPAddress? parsed) || parsed.AddressFamily != AddressFamily.InterNetworkV6)
            return false;
        Span<byte> bytes = stackalloc byte[16];
        parsed.TryWriteBytes(bytes, out _);
        address = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
        return true;
    }

    // The framework also takes 10.1 and 0x7f.1, which are no addresses to IAM.
    private static bool TryParseFour(ReadOnlySpan<char> text, out UInt128 address)
    {
        uint value = 0;
        address = 0;
        for (int part = 0; part < 4; part++)
        {
            int dot = part < 3 ? text.IndexOf('.') : text.Length;
            if (dot is < 1 or > 3 || !byte.TryParse(text[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out byte number))
                return false;
            value = (value << 8) | number;
            text = text[Math.Min(dot + 1, text.Length)..];
        }

        address = value;
        return true;
    }
}
