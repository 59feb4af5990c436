using System.Text;

namespace CloudEssentials.Cli.Parsing;

/// <summary>Splits a line of commands into arguments, as a shell does.</summary>
internal static class CommandLineText
{
    /// <summary>Splits a line; <c>|</c> stands between commands, and quotes hold an argument together.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Split(string line)
    {
        List<List<string>> commands = [[]];
        StringBuilder? argument = null;
        char quote = '\0';
        foreach (char character in line.Append(' '))
        {
            if (quote != '\0' && character != quote)
            {
                argument!.Append(character);
            }
            else if (quote != '\0')
            {
                quote = '\0';
            }
            else if (character is '\'' or '"')
            {
                quote = character;
                argument ??= new();
            }
            else if (!char.IsWhiteSpace(character) && character != '|')
            {
                (argument ??= new()).Append(character);
            }
            else
            {
                if (argument is not null)
                    commands[^1].Add(argument.ToString());
                argument = null;
                if (character == '|')
                    commands.Add([]);
            }
        }

        return commands;
    }
}
