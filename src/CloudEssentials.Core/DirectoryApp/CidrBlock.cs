using System.Globalization;
using System.Text.RegularExpressions;

namespace CloudEssentials.DirectoryApp;

/// <summary>A range of IPv4 addresses, such as <c>10.1.0.0/16</c>.</summary>
internal readonly partial record struct CidrBlock
{
    private readonly uint _address;

    private CidrBlock(uint address, int length)
    {
        _address = address;
        Length = length;
    }

    /// <summary>How many of the 32 bits the network's address has.</summary>
    internal int Length { get; }

    /// <summary>The block with its host bits cleared, as EC2 stores it.</summary>
    internal CidrBlock Aligned => new(_address & Mask(Length), Length);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{_address >> 24}.{(_address >> 16) & 255}.{(_address >> 8) & 255}.{_address & 255}/{Length}");

    /// <summary>Reads a block; its address may have host bits.</summary>
    internal static bool TryParse(string text, out CidrBlock block)
    {
        Match match = Pattern().Match(text);
        uint address = 0;
        bool isValid = match.Success;
        for (int i = 1; isValid && i <= 4; i++)
        {
            isValid = byte.TryParse(match.Groups[i].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out byte part);
            address = (address << 8) | part;
        }

        isValid = byte.TryParse(match.Groups[5].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out byte length) && isValid && length <= 32;
        block = isValid ? new(address, length) : default;
        return isValid;
    }

    /// <summary>One of the equal parts of this block.</summary>
    /// <param name="length">The part's prefix length.</param>
    /// <param name="index">Which of them, from 0.</param>
    internal CidrBlock Part(int length, int index) => new(_address + ((uint)index << (32 - length)), length);

    private static uint Mask(int length) => length == 0 ? 0 : uint.MaxValue << (32 - length);

    [GeneratedRegex(@"\A(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})/(\d{1,2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
