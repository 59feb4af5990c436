using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>Reads conditions.</summary>
internal static class Conditions
{
    private static readonly string[] Comparators = ["=", "<>", "<", "<=", ">", ">="];

    /// <summary>A condition; null where none was given.</summary>
    public static ICondition? Read(ExpressionNames names, string kind, string? text)
    {
        if (text is null)
        {
            return null;
        }

        var reader = new ExpressionReader(names, kind, text);
        ICondition condition = Or(reader);
        return reader.IsAtEnd ? condition : throw reader.Syntax();
    }

    /// <summary>Holds a call's ConditionExpression against the item as it is; null for one that is not there.</summary>
    /// <exception cref="ServiceError">ConditionalCheckFailedException.</exception>
    public static void Require(OperationCall call, ExpressionNames names, JsonObject? item)
    {
        ICondition? condition = Read(names, "ConditionExpression", call.Text("ConditionExpression"));
        names.CheckUse();
        if (condition?.Holds(item ?? []) == false)
        {
            throw new ServiceError("ConditionalCheckFailedException", "The conditional request failed");
        }
    }

    private static ICondition Or(ExpressionReader reader)
    {
        List<ICondition> parts = [And(reader)];
        while (reader.Take("OR"))
        {
            parts.Add(And(reader));
        }

        return parts.Count == 1 ? parts[0] : new AnyOf(parts);
    }

    private static ICondition And(ExpressionReader reader)
    {
        List<ICondition> parts = [One(reader)];
        while (reader.Take("AND"))
        {
            parts.Add(One(reader));
        }

        return parts.Count == 1 ? parts[0] : new AllOf(parts);
    }

    private static ICondition One(ExpressionReader reader)
    {
        if (reader.Take("NOT"))
        {
            return new Not(One(reader));
        }

        if (reader.Take("("))
        {
            ICondition inner = Or(reader);
            reader.Expect(")");
            return inner;
        }

        return reader.Peek(1) == "(" && reader.Peek() != "size" ? Function(reader) : Comparison(reader);
    }

    private static FunctionTest Function(ExpressionReader reader)
    {
        string name = reader.Next();
        if (!FunctionTest.Functions.TryGetValue(name, out bool takesArgument))
        {
            throw DynamoTables.Invalid($"Invalid {reader.Kind}: Invalid function name; function: {name}");
        }

        reader.Expect("(");
        ItemPath path = reader.Path();
        Operand? argument = null;
        if (takesArgument)
        {
            reader.Expect(",");
            argument = reader.Operand();
        }

        reader.Expect(")");
        return new FunctionTest(name, path, argument);
    }

    private static ValueTest Comparison(ExpressionReader reader)
    {
        Operand left = reader.Operand();
        if (reader.Take("BETWEEN"))
        {
            Operand low = reader.Operand();
            reader.Expect("AND");
            return new ValueTest(left, "BETWEEN", [low, reader.Operand()]);
        }

        if (reader.Take("IN"))
        {
            List<Operand> others = [];
            reader.Expect("(");
            do
            {
                others.Add(reader.Operand());
            }
            while (reader.Take(","));

            reader.Expect(")");
            return new ValueTest(left, "IN", others);
        }

        return Comparators.Contains(reader.Peek()) ? new ValueTest(left, reader.Next(), [reader.Operand()]) : throw reader.Syntax();
    }
}
