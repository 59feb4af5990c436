using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>An address range in CIDR form; an address alone is a range of one.</summary>
internal sealed record IpRange(IPAddress Address, int Bits, bool HasLength)
{
    private static readonly IpRange[] Private =
    [
        Known("10.0.0.0", 8), Known("172.16.0.0", 12), Known("192.168.0.0", 16), Known("127.0.0.0", 8), Known("169.254.0.0", 16), Known("100.64.0.0", 10),
        Known("fc00::", 7), Known("fe80::", 10), Known("::1", 128),
    ];

    /// <summary>The address with the bits after the mask set to zero.</summary>
    public IPAddress Base => Mask(Address, Bits);

    public bool IsPrivate => Array.Exists(Private, range => range.Contains(this));

    public static IpRange? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var host = slash < 0 ? text : text[..slash];
        if (!IPAddress.TryParse(host, out var address) || host.Contains('%', StringComparison.Ordinal) || host.Contains('[', StringComparison.Ordinal))
            return null;
        var isV4 = address.AddressFamily == AddressFamily.InterNetwork;
        if (isV4 && host.Count(c => c == '.') != 3)
            return null;
        var most = isV4 ? 32 : 128;
        if (slash < 0)
            return new(address, most, false);
        return int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var bits) && bits <= most ? new(address, bits, true) : null;
    }

    public override string ToString() => HasLength ? $"{Base}/{Bits}" : Base.ToString();

    private static IpRange Known(string address, int bits) => new(IPAddress.Parse(address), bits, true);

    private bool Contains(IpRange other) =>
        Address.AddressFamily == other.Address.AddressFamily && other.Bits >= Bits && Mask(other.Address, Bits).Equals(Address);

    private static IPAddress Mask(IPAddress address, int bits)
    {
        var bytes = address.GetAddressBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            var kept = Math.Clamp(bits - (8 * i), 0, 8);
            bytes[i] &= (byte)(0xff << (8 - kept));
        }

        return new(bytes);
    }
}
