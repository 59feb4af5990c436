using CloudEssentials.Operations;

namespace CloudEssentials.Cli.Help;

/// <summary>Prints help to standard output.</summary>
internal sealed class HelpPrinter(Terminal terminal)
{
    private const string Common = """
        Every command also takes
          -OutputFormat Table | List | Json | Csv    a terminal gets tables, a pipe gets JSON Lines
          -Verbose                                   what is being done, on standard error
          -Help, -?                                  its help
        and those that change something -WhatIf and -Confirm.

        Names may be in any case and cut short; lists are written with commas, objects and hashtables as JSON.
        JSON Lines on standard input bind as PowerShell's pipeline does: cloudessentials A | cloudessentials B
        CLOUDESSENTIALS_SANDBOX=FILE in the environment chooses a sandbox account that lasts in that file.

        Exit codes: 0 all went well, 1 an error, 2 the arguments do not make sense, 3 a check found something.
        """;

    private TextWriter Out => terminal.Out;

    /// <summary>Prints the help of a command, or the list of commands.</summary>
    internal void Print(OperationDescriptor? operation)
    {
        if (operation is null)
            PrintList();
        else if (HelpLibrary.Find(operation.Name) is { } help)
            PrintCommand(help);
        else
            Out.WriteLine($"{operation.Name} {string.Join(' ', operation.Inputs.Select(input => $"[-{input.Name}]"))}");
    }

    private void PrintList()
    {
        Out.WriteLine("cloudessentials <command> [-Parameter value ...]    or nothing at all, for a short tour");
        Out.WriteLine();
        int width = OperationDescriptor.All.Max(operation => operation.Name.Length);
        foreach (OperationDescriptor operation in OperationDescriptor.All)
            Wrap($"  {operation.Name.PadRight(width)}  ", HelpLibrary.Find(operation.Name)?.Synopsis ?? "");
        Out.WriteLine();
        Out.WriteLine(Common);
    }

    private void PrintCommand(CommandHelp help)
    {
        Wrap("", help.Synopsis);
        Head("Syntax");
        foreach (string syntax in help.Syntax)
            Wrap("  ", syntax, "      ");
        Head("Description");
        Paragraphs("  ", help.Description);
        Head("Parameters");
        foreach ((string head, IReadOnlyList<string> words) in help.Parameters)
        {
            Out.WriteLine($"  {head}");
            Paragraphs("      ", words);
        }

        Head("Examples");
        foreach ((string title, string code, IReadOnlyList<string> words) in help.Examples)
        {
            Out.WriteLine($"  {title}");
            Out.WriteLine();
            Out.WriteLine($"      {code.ReplaceLineEndings("\n      ")}");
            Out.WriteLine();
            Paragraphs("  ", words);
        }
    }

    private void Head(string text)
    {
        Out.WriteLine();
        Out.WriteLine(text);
    }

    private void Paragraphs(string indent, IReadOnlyList<string> paragraphs)
    {
        foreach (string paragraph in paragraphs)
        {
            foreach (string line in paragraph.Split('\n'))
                Wrap(indent, line);
            Out.WriteLine();
        }
    }

    private void Wrap(string first, string text, string? next = null)
    {
        next ??= new(' ', first.Length);
        int room = Math.Max(20, Math.Min(terminal.Width, 120) - next.Length);
        string line = first;
        int used = 0;
        foreach (string word in text.Split(' '))
        {
            if (used > 0 && used + 1 + word.Length > room)
            {
                Out.WriteLine(line.TrimEnd());
                line = next;
                used = 0;
            }

            line += used > 0 ? $" {word}" : word;
            used += word.Length + (used > 0 ? 1 : 0);
        }

        Out.WriteLine(line.TrimEnd());
    }
}
