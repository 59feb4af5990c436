using CloudEssentials.Cli.Views;

namespace CloudEssentials.Cli.Output;

/// <summary>Writes one line a property: those of the type's list view, else all.</summary>
internal sealed class ListResultWriter(TextWriter output) : IResultWriter
{
    /// <inheritdoc/>
    public void Write(object result)
    {
        if (CellText.IsPlain(result))
        {
            output.WriteLine(CellText.Of(result));
            return;
        }

        IReadOnlyList<ViewColumn> items = ViewLibrary.Of(result.GetType()).FirstOrDefault(view => view.IsList)?.Columns
            ?? [.. PropertyReader.NamesOf(result).Select(ViewColumn.OfProperty)];
        int width = items.Max(item => item.Label.Length);
        output.WriteLine();
        foreach (ViewColumn item in items)
            output.WriteLine($"{item.Label.PadRight(width)} : {CellText.Of(item.Value(result)).ReplaceLineEndings($"\n{new string(' ', width + 3)}")}");
        output.Flush();
    }

    /// <inheritdoc/>
    public void Complete() => output.Flush();
}
