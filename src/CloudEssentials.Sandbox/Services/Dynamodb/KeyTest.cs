namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>What a condition asks of a key.</summary>
/// <param name="Name">The key.</param>
/// <param name="IsEquality">Whether it asks for one value.</param>
internal sealed record KeyTest(string Name, bool IsEquality)
{
    /// <summary>Null for a condition that asks something else.</summary>
    public static KeyTest? Of(ICondition condition) => condition switch
    {
        ValueTest { Left.Path: { Parts.Count: 1 } path, Operator: not ("<>" or "IN") } test => new KeyTest(path.Root, test.Operator == "="),
        FunctionTest { Name: "begins_with", Path: { Parts.Count: 1 } path } => new KeyTest(path.Root, false),
        _ => null,
    };
}
