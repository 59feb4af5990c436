using CloudEssentials.Policies;

namespace CloudEssentials.Accounts;

/// <summary>Knows the statement by which a policy asks for MFA.</summary>
public static class MfaRule
{
    /// <summary>
    /// Says whether a policy denies almost everything to those who signed in without MFA:
    /// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html.
    /// A Deny with <c>Bool</c> does not count: keys for long use do not carry the condition's key at all.
    /// </summary>
    /// <param name="document">The policy.</param>
    /// <returns>True where it does.</returns>
    public static bool IsIn(PolicyDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Statements.Any(IsIn);
    }

    private static bool IsIn(PolicyStatement statement) =>
        statement.IsDeny
        && (statement.NotAction is not null || statement.Action?.Contains("*") == true)
        && statement.Resource?.Contains("*") == true
        && statement.Condition.Any(block => block.Operator.Equals("BoolIfExists", StringComparison.OrdinalIgnoreCase)
            && block.Entries.Any(entry => entry.Key.Equals("aws:MultiFactorAuthPresent", StringComparison.OrdinalIgnoreCase) && entry.Values.All(value => value.Equals("false", StringComparison.OrdinalIgnoreCase))));
}
