using System.Globalization;

namespace CloudEssentials.Regions;

/// <summary>Reads what the text catalogues have in common: their date, their source, and that a line may be damaged.</summary>
internal static class CatalogueText
{
    /// <summary>Reads the fields of a line whose first one, its kind, is read already.</summary>
    internal delegate void LineReader(ReadOnlySpan<char> kind, ref CatalogueLineReader fields);

    /// <summary>Reads every line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">What the text is called.</param>
    /// <param name="read">Reads a line that is neither date nor source.</param>
    /// <exception cref="CloudException"><c>CatalogUnreadable</c>.</exception>
    internal static (DateOnly Date, string Source) Read(string text, string file, LineReader read)
    {
        DateOnly date = default;
        string source = "";
        CatalogueLineReader fields = new(text);
        try
        {
            while (fields.NextLine())
            {
                ReadOnlySpan<char> kind = fields.NextSpan();
                if (kind is "date")
                    date = DateOnly.ParseExact(fields.NextSpan(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
                else if (kind is "source")
                    source = fields.Next();
                else
                    read(kind, ref fields);
            }
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw new CloudException("CatalogUnreadable", $"The catalogue {file} is damaged: {exception.Message}", CloudErrorCategory.InvalidData, file, "Install the module again.", exception);
        }

        return (date, source);
    }
}
