using System.Text;
using QRCoder;

namespace CloudEssentials.Aws.Accounts;

/// <summary>Pictures of a text as QR code.</summary>
public static class QrPicture
{
    private const int _pixelsPerModule = 8;

    /// <summary>Draws it for a terminal: two rows of squares in one line of text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Lines of half blocks; light squares are drawn, so that it can be read on a dark ground.</returns>
    public static string ToText(string text)
    {
        using QRCodeData data = Make(text);
        int size = data.ModuleMatrix.Count;
        StringBuilder lines = new();
        for (int y = 0; y < size; y += 2)
        {
            for (int x = 0; x < size; x++)
            {
                bool above = !data.ModuleMatrix[y][x];
                bool below = y + 1 >= size || !data.ModuleMatrix[y + 1][x];
                lines.Append((above, below) switch { (true, true) => '█', (true, false) => '▀', (false, true) => '▄', _ => ' ' });
            }

            lines.Append('\n');
        }

        return lines.ToString();
    }

    /// <summary>Draws it as a PNG image.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The bytes of the image.</returns>
    public static byte[] ToPng(string text)
    {
        using QRCodeData data = Make(text);
        using PngByteQRCode image = new(data);
        return image.GetGraphic(_pixelsPerModule);
    }

    private static QRCodeData Make(string text)
    {
        using QRCodeGenerator generator = new();
        return generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
    }
}
