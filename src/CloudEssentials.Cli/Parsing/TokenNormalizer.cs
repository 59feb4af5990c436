using System.Text.Json;
using CloudEssentials.Operations;

namespace CloudEssentials.Cli.Parsing;

/// <summary>
/// Turns arguments in PowerShell's words into the one form that the parser is given: full names, one
/// <c>-Name=value</c> a value. Switches, <c>-Switch:$false</c>, comma lists, positions, names cut short.
/// </summary>
internal sealed class TokenNormalizer
{
    private readonly OperationDescriptor _operation;
    private readonly Queue<string> _arguments;
    private readonly List<string> _tokens = [];
    private readonly HashSet<string> _given = [];
    private readonly List<string> _unnamed = [];

    private TokenNormalizer(OperationDescriptor operation, IEnumerable<string> arguments)
    {
        _operation = operation;
        _arguments = new(arguments);
    }

    /// <summary>Normalizes a whole command line.</summary>
    /// <param name="arguments">The command's name and its arguments.</param>
    /// <exception cref="UsageException">A name is unknown, a value is missing or one too many.</exception>
    internal static IReadOnlyList<string> Normalize(IReadOnlyList<string> arguments)
    {
        if (arguments is [] or ["--version" or "-Version" or "-?" or "-h" or "-Help" or "--help" or "/?", ..] || arguments[0].StartsWith('['))
            return arguments is ["-Version", ..] ? ["--version"] : arguments;
        if (arguments[0].Equals("help", StringComparison.OrdinalIgnoreCase) || arguments[0].Equals("Get-Help", StringComparison.OrdinalIgnoreCase))
            return arguments.Count == 1 ? ["-Help"] : [CommandNames.Find(arguments[1]).Name, "-Help"];
        return new TokenNormalizer(CommandNames.Find(arguments[0]), arguments.Skip(1)).Run();
    }

    private List<string> Run()
    {
        _tokens.Add(_operation.Name);
        while (_arguments.TryDequeue(out string? argument))
        {
            if (argument == "--")
                break;
            if (IsName(argument))
                TakeNamed(argument);
            else
                _unnamed.Add(argument);
        }

        _unnamed.AddRange(_arguments);

        PlaceUnnamed();
        return _tokens;
    }

    private void TakeNamed(string argument)
    {
        (string name, string? attached) = SplitName(argument);
        name = CommandNames.FindParameter(_operation, name);
        if (!_given.Add(name))
            throw new UsageException("ParameterAlreadyBound", $"-{name} is given twice.", "Give it once; a list is written with commas.");
        OperationInput? input = InputOf(name);
        bool isSwitch = input?.IsSwitch ?? name != CommandNames.OutputFormatName;
        if (name == "Help")
            _tokens.Add("-Help");
        else if (isSwitch)
            _tokens.Add($"-{name}={(attached is null || ParseFlag(name, attached) ? "true" : "false")}");
        else
            AddValues(name, input, attached ?? TakeValue(name, TakesList(input)));
    }

    private void PlaceUnnamed()
    {
        Queue<string> values = new(JoinLists(_unnamed));
        while (values.TryDequeue(out string? value))
        {
            OperationInput input = NextPosition()
                ?? throw new UsageException("PositionalParameterNotFound", $"{_operation.Name} has no place for '{value}'.", "Name the parameter that it belongs to.");
            _given.Add(input.Name);
            AddValues(input.Name, input, value);
        }
    }

    private OperationInput? NextPosition() =>
        _operation.Inputs
            .Where(i => i.Declaration.Position >= 0 && !_given.Contains(i.Name) && ParameterSets.AreCompatible(_operation, [.. _given, i.Name]))
            .MinBy(i => i.Declaration.Position);

    private string TakeValue(string name, bool list)
    {
        if (!_arguments.TryPeek(out string? next) || IsName(next))
            throw new UsageException("MissingArgument", $"-{name} needs a value.");
        string value = _arguments.Dequeue();
        while (list && _arguments.TryPeek(out next) && (value.EndsWith(',') || next.StartsWith(',')))
            value += _arguments.Dequeue();
        return value;
    }

    private void AddValues(string name, OperationInput? input, string value)
    {
        if (input is null)
            value = FormatNamed(value);
        foreach (string item in TakesList(input) ? SplitList(value) : [value])
            _tokens.Add($"-{name}={item}");
    }

    private static string FormatNamed(string value)
    {
        string[] found = [.. Enum.GetNames<OutputFormat>().Where(name => name.StartsWith(value, StringComparison.OrdinalIgnoreCase))];
        return found.Length == 1
            ? found[0]
            : throw new UsageException("OutputFormatInvalid", $"-OutputFormat cannot be '{value}'.", $"It is one of {string.Join(", ", Enum.GetNames<OutputFormat>())}.");
    }

    private OperationInput? InputOf(string name) => _operation.Inputs.FirstOrDefault(i => i.Name == name);

    private static bool TakesList(OperationInput? input) => input is not null && Binding.ValueConverter.ElementOf(input.Type) is not null;

    private static IEnumerable<string> JoinLists(List<string> values)
    {
        // A shell hands over `a, b` as two arguments.
        for (int i = 0; i < values.Count; i++)
        {
            string value = values[i];
            while (i + 1 < values.Count && (value.EndsWith(',') || values[i + 1].StartsWith(',')))
                value += values[++i];
            yield return value;
        }
    }

    private static string[] SplitList(string value)
    {
        if (!value.TrimStart().StartsWith('[') && !value.TrimStart().StartsWith('{'))
            return value.Split(',', StringSplitOptions.TrimEntries);
        try
        {
            using JsonDocument json = JsonDocument.Parse(value);
            return json.RootElement.ValueKind == JsonValueKind.Array
                ? [.. json.RootElement.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.String ? e.GetString()! : e.GetRawText())]
                : [value];
        }
        catch (JsonException)
        {
            return [value];
        }
    }

    private static bool IsName(string argument) =>
        argument.Length > 1 && argument[0] == '-' && (char.IsLetter(argument[1]) || argument == "-?" || (argument.Length > 2 && argument[1] == '-' && char.IsLetter(argument[2])));

    private static (string Name, string? Value) SplitName(string argument)
    {
        bool doubled = argument.StartsWith("--", StringComparison.Ordinal);
        int end = doubled ? argument.IndexOfAny([':', '=']) : argument.IndexOf(':', StringComparison.Ordinal);
        string name = (end < 0 ? argument : argument[..end]).TrimStart('-');
        return (doubled ? name.Replace("-", "", StringComparison.Ordinal) : name, end < 0 ? null : argument[(end + 1)..]);
    }

    private static bool ParseFlag(string name, string value) => value.TrimStart('$').ToLowerInvariant() switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => throw new UsageException("ParameterArgumentTransformationError", $"-{name} is a switch, and '{value}' is neither true nor false.", $"Write -{name} or -{name}:$false."),
    };
}
