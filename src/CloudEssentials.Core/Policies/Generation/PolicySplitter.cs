namespace CloudEssentials.Policies.Generation;

/// <summary>Puts statements into as few policies as a size allows, in their order.</summary>
internal static class PolicySplitter
{
    // The Sid is given after the division: "Sid":"", and a number behind it.
    private const int SidRoom = 14;
    private const int Comma = 1;

    /// <summary>Makes the policies; a statement too large for one is divided by its actions.</summary>
    internal static IReadOnlyList<PolicyDocument> Split(IEnumerable<PolicyStatementBuilder> statements, int maximumSize, string? sid)
    {
        List<PolicyDocumentBuilder> policies = [new()];
        int frame = new PolicyDocumentBuilder().Build().MinifiedLength;
        int size = frame, count = 0;
        foreach (PolicyStatementBuilder statement in statements.SelectMany(statement => Divide(statement, maximumSize - (sid is null ? 0 : sid.Length + SidRoom))))
        {
            if (sid is not null)
                statement.Sid = count++ == 0 ? sid : $"{sid}{count}";
            int alone = SizeOf(statement);
            bool isFirst = policies[^1].Statements.Count == 0;
            if (!isFirst && size + alone - frame + Comma > maximumSize)
            {
                policies.Add(new());
                isFirst = true;
            }

            policies[^1].Add(statement);
            size = isFirst ? alone : size + alone - frame + Comma;
        }

        return [.. policies.Select(policy => policy.Build())];
    }

    private static int SizeOf(PolicyStatementBuilder statement) => new PolicyDocumentBuilder().Add(statement).Build().MinifiedLength;

    private static IEnumerable<PolicyStatementBuilder> Divide(PolicyStatementBuilder statement, int maximumSize)
    {
        int size = SizeOf(statement);
        if (size <= maximumSize)
            return [statement];
        if (statement.Action.Count < 2)
        {
            throw new CloudException(
                "PolicyTooLarge",
                $"A single action with its resources needs {size} characters, more than the {maximumSize} that the policy may have.",
                CloudErrorCategory.LimitsExceeded,
                statement.Action.FirstOrDefault(),
                "Join resources by a wildcard, or raise -MaximumSize.");
        }

        int half = statement.Action.Count / 2;
        return Divide(With(statement, statement.Action.Take(half)), maximumSize)
            .Concat(Divide(With(statement, statement.Action.Skip(half)), maximumSize));
    }

    private static PolicyStatementBuilder With(PolicyStatementBuilder statement, IEnumerable<string> actions)
    {
        PolicyStatementBuilder part = new() { Effect = statement.Effect };
        part.WithAction(actions).WithResource(statement.Resource);
        foreach ((string kind, string value) in statement.Principal)
            part.WithPrincipal(kind, value);
        foreach ((string conditionOperator, string key, IReadOnlyList<string> values) in statement.Condition)
            part.WithCondition(conditionOperator, key, values);
        return part;
    }
}
