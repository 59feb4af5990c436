using CloudEssentials.Policies;

namespace CloudEssentials.Accounts.Checks;

/// <summary>That a role's trust policy lets somebody in.</summary>
/// <param name="Role">The role.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Kind"><c>AWS</c>, <c>Service</c>, <c>Federated</c>.</param>
/// <param name="Principal">Who.</param>
internal sealed record TrustGrant(IamRole Role, PolicyStatement Statement, string Kind, string Principal)
{
    /// <summary>The account of the principal; null where it names none.</summary>
    internal string? Account
    {
        get
        {
            string account = Principal.StartsWith("arn:", StringComparison.Ordinal) ? Principal.Split(':', 6)[^2] : Principal;
            return account.Length == 12 && account.All(char.IsAsciiDigit) ? account : null;
        }
    }

    /// <summary>All grants of an account's roles; those of services' own roles are AWS's matter.</summary>
    internal static IEnumerable<TrustGrant> Of(AccountAuthorization account) =>
        from role in account.Roles
        where !role.IsServiceLinked && role.AssumeRolePolicyDocument.IsReadable
        from statement in role.AssumeRolePolicyDocument.Document!.Statements
        where statement.IsAllow && statement.Principal is not null
        from grant in Grants(role, statement)
        select grant;

    /// <summary>Whether the statement asks for a condition key, whatever its value.</summary>
    internal bool Asks(Func<string, bool> isKey) =>
        Statement.Condition.Any(block => !block.Operator.Contains("Null", StringComparison.OrdinalIgnoreCase) && !block.Operator.Contains("Not", StringComparison.Ordinal)
            && !block.Operator.EndsWith("IfExists", StringComparison.Ordinal) && block.Entries.Any(entry => isKey(entry.Key) && !entry.Values.Contains("*")));

    private static IEnumerable<TrustGrant> Grants(IamRole role, PolicyStatement statement) => statement.Principal!.IsEveryone
        ? [new(role, statement, "AWS", "*")]
        : statement.Principal.Entries.SelectMany(entry => entry.Values.Select(value => new TrustGrant(role, statement, entry.Kind, value)));
}
