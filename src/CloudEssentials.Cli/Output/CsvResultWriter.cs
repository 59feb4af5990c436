using CloudEssentials.Cli.Views;

namespace CloudEssentials.Cli.Output;

/// <summary>Writes comma-separated values; the first result's properties are the columns.</summary>
internal sealed class CsvResultWriter(TextWriter output) : IResultWriter
{
    private string[]? _columns;

    /// <inheritdoc/>
    public void Write(object result)
    {
        if (_columns is null)
        {
            _columns = [.. PropertyReader.NamesOf(result)];
            output.WriteLine(string.Join(',', _columns.Select(Quote)));
        }

        output.WriteLine(string.Join(',', _columns.Select(column => Quote(CellText.Of(PropertyReader.Read(result, column))))));
    }

    /// <inheritdoc/>
    public void Complete() => output.Flush();

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
