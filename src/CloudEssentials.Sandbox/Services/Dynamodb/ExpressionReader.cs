using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>Reads an expression token by token. See "Using expressions in DynamoDB" in the DynamoDB Developer Guide.</summary>
internal sealed partial class ExpressionReader
{
    private readonly ExpressionNames _names;
    private readonly List<string> _tokens;
    private int _at;

    /// <param name="names">What names and values stand for.</param>
    /// <param name="kind">The parameter, such as <c>UpdateExpression</c>.</param>
    /// <param name="text">The expression.</param>
    public ExpressionReader(ExpressionNames names, string kind, string text)
    {
        _names = names;
        Kind = kind;
        _tokens = [.. Token().Matches(text).Select(match => match.Value)];
        if (_tokens.Count == 0)
        {
            throw DynamoTables.Invalid($"Invalid {kind}: The expression can not be empty;");
        }
    }

    public string Kind { get; }

    public bool IsAtEnd => _at == _tokens.Count;

    public string? Peek(int ahead = 0) => _tokens.ElementAtOrDefault(_at + ahead);

    /// <summary>Takes the next token if it is that one; words count in any case.</summary>
    public bool Take(string token)
    {
        bool taken = string.Equals(Peek(), token, StringComparison.OrdinalIgnoreCase);
        _at += taken ? 1 : 0;
        return taken;
    }

    public void Expect(string token) => _ = Take(token) ? true : throw Syntax();

    public string Next() => Peek() is { } token && _at++ >= 0 ? token : throw Syntax();

    public ServiceError Syntax() => DynamoTables.Invalid(
        $"Invalid {Kind}: Syntax error; token: \"{Peek() ?? "<EOF>"}\", near: \"{string.Join(' ', _tokens.Skip(Math.Max(0, _at - 1)).Take(3))}\"");

    /// <summary>A path in an item, such as <c>a.b[1]</c>.</summary>
    public ItemPath Path()
    {
        var parts = new List<PathPart> { new(Name(), null) };
        while (true)
        {
            if (Take("."))
            {
                parts.Add(new PathPart(Name(), null));
            }
            else if (Take("["))
            {
                parts.Add(new PathPart(null, int.TryParse(Next(), NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? index : throw Syntax()));
                Expect("]");
            }
            else
            {
                return new ItemPath(parts);
            }
        }
    }

    /// <summary>A value, a path or a size.</summary>
    public Operand Operand()
    {
        if (Peek()?.StartsWith(':') == true)
        {
            JsonNode value = _names.Value(Kind, Next());
            return new Operand(null, _ => value);
        }

        if (Peek() == "size" && Peek(1) == "(")
        {
            _at += 2;
            ItemPath sized = Path();
            Expect(")");
            return new Operand(null, item => sized.Read(item) is { } value && Size(value) is { } size ? DynamoValues.OfNumber(size) : null);
        }

        ItemPath path = Path();
        return new Operand(path, path.Read);
    }

    private static int? Size(JsonNode value) => value.AsObject().First() switch
    {
        { Key: "S", Value: var text } => text!.GetValue<string>().Length,
        { Key: "B" } => DynamoValues.Bytes(value).Length,
        { Key: "M", Value: var map } => map!.AsObject().Count,
        { Value: JsonArray list } => list.Count,
        _ => null,
    };

    private string Name() => NameText().IsMatch(Peek() ?? string.Empty) ? _names.Name(Kind, Next()) : throw Syntax();

    [GeneratedRegex(@"[A-Za-z_][A-Za-z0-9_]*|#\w+|:\w+|\d+|<>|<=|>=|\S")]
    private static partial Regex Token();

    [GeneratedRegex(@"\A(?:[A-Za-z_]|#\w)")]
    private static partial Regex NameText();
}
