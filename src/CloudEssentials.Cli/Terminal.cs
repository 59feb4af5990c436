using System.Text;

namespace CloudEssentials.Cli;

/// <summary>The three streams of a process, and what lies behind them.</summary>
internal sealed record Terminal
{
    /// <summary>Standard input.</summary>
    public required TextReader In { get; init; }

    /// <summary>True where another program or a file feeds the input.</summary>
    public bool HasPipedInput { get; init; }

    /// <summary>Standard output.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>True where a person reads the output.</summary>
    public bool ShowsOutput { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>True where a person reads the errors.</summary>
    public bool ShowsErrors { get; init; }

    /// <summary>True where a person can answer.</summary>
    public bool CanAsk { get; init; }

    /// <summary>The width of a line, in characters.</summary>
    public int Width { get; init; } = 120;

    /// <summary>The terminal of this process.</summary>
    internal static Terminal OfProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new()
        {
            In = Console.IsInputRedirected ? new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false)) : Console.In,
            HasPipedInput = StandardInput.IsFed(),
            Out = Console.Out,
            ShowsOutput = !Console.IsOutputRedirected,
            Error = Console.Error,
            ShowsErrors = !Console.IsErrorRedirected,
            CanAsk = !Console.IsInputRedirected && !Console.IsErrorRedirected,
            Width = Console.IsOutputRedirected ? 120 : Math.Max(40, Console.WindowWidth),
        };
    }
}
