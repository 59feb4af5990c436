using System.Text.Json;
using CloudEssentials.Cli;
using CloudEssentials.Cli.Parsing;
using CloudEssentials.Cli.Running;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Tests.Cli;

/// <summary>One run of the command line and what came of it.</summary>
internal sealed record CommandLineRun(int Code, string Out, string Error)
{
    public IReadOnlyList<JsonElement> Json => [.. Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>Runs a line as a shell would hand it over; <c>|</c> joins commands.</summary>
    public static async Task<CommandLineRun> Of(string line, string? input = null, CloudSession? session = null, bool terminal = false)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        Terminal streams = new()
        {
            In = new StringReader(input ?? ""),
            HasPipedInput = input is not null,
            Out = output,
            ShowsOutput = terminal,
            Error = error,
        };
        int code = await new CommandLineApp(streams, session ?? new()).RunPipelineAsync(CommandLineText.Split(line), CancellationToken.None);
        return new(code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
