using CloudEssentials.Cli.Views;
using Spectre.Console;

namespace CloudEssentials.Cli.Output;

/// <summary>
/// Writes a table in the type's own view. What comes within half a second stands in one table; what comes later follows
/// below, so that a command that takes its time shows what it has.
/// </summary>
internal sealed class TableResultWriter : IResultWriter, IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private readonly List<object> _rows = [];
    private readonly TextWriter _output;
    private readonly IAnsiConsole _console;
    private readonly Action _beforeWriting;
    private readonly ListResultWriter _list;
    private readonly Timer _timer;

    internal TableResultWriter(Terminal terminal, Action beforeWriting)
    {
        _output = terminal.Out;
        _beforeWriting = beforeWriting;
        _list = new(terminal.Out);
        _console = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(terminal.Out),
            Ansi = terminal.ShowsOutput ? AnsiSupport.Detect : AnsiSupport.No,
        });
        _console.Profile.Width = terminal.Width;
        _timer = new(_ => Flush());
    }

    /// <inheritdoc/>
    public void Write(object result)
    {
        lock (_lock)
        {
            if (_rows.Count > 0 && _rows[0].GetType() != result.GetType())
                Flush();
            if (_rows.Count == 0)
                _timer.Change(_patience, Timeout.InfiniteTimeSpan);
            _rows.Add(result);
        }
    }

    /// <inheritdoc/>
    public void Complete() => Flush();

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Flush()
    {
        lock (_lock)
        {
            if (_rows.Count == 0)
                return;
            _beforeWriting();
            View? view = ViewLibrary.Of(_rows[0].GetType()) is [var first, ..] ? first : null;
            if (CellText.IsPlain(_rows[0]))
                _rows.ForEach(row => _output.WriteLine(CellText.Of(row)));
            else if (view is { IsList: true } || (view is null && PropertyReader.NamesOf(_rows[0]).Count() > 5))
                _rows.ForEach(_list.Write);
            else
                WriteTable(view?.Columns ?? [.. PropertyReader.NamesOf(_rows[0]).Select(ViewColumn.OfProperty)]);
            _rows.Clear();
            _output.Flush();
        }
    }

    private void WriteTable(IReadOnlyList<ViewColumn> columns)
    {
        Table table = new() { Border = TableBorder.Simple, ShowRowSeparators = false };
        foreach (ViewColumn column in columns)
        {
            table.AddColumn(new TableColumn(Markup.Escape(column.Label))
            {
                Alignment = column.AlignsRight || _rows.TrueForAll(row => column.Value(row) is int or long or double or null) && _rows.Exists(row => column.Value(row) is not null) ? Justify.Right : Justify.Left,
                NoWrap = column.Width is not null,
            });
        }

        foreach (object row in _rows)
            table.AddRow([.. columns.Select(column => Markup.Escape(CellText.Of(column.Value(row))))]);
        _console.Write(table);
    }
}
