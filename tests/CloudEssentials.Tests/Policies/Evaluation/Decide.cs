using CloudEssentials.Policies;
using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Tests.Policies.Evaluation;

/// <summary>Short words for the tests: policies in a line, a decision in a line. Every decision is also asked of the plain engine.</summary>
internal static class Decide
{
    public const string Alice = "arn:aws:iam::111111111111:user/alice";
    public const string Session = "arn:aws:sts::111111111111:assumed-role/app/session";
    public const string Carol = "arn:aws:sts::111111111111:federated-user/carol";
    public const string Root = "arn:aws:iam::111111111111:root";
    public const string Cat = "arn:aws:s3:::photos/cat.jpg";

    /// <summary>A policy of one statement; quotes may be single.</summary>
    public static NamedPolicy Policy(string statement, string name = "policy", string version = "2012-10-17") =>
        new(name, PolicyDocument.Parse($"{{ 'Version': '{version}', 'Statement': {(statement.StartsWith('[') ? statement : $"{{ {statement} }}")} }}".Replace('\'', '"')));

    public static PolicySet Identity(params string[] statements) => new() { IdentityPolicies = [.. statements.Select((statement, i) => Policy(statement, $"policy {i + 1}"))] };

    public static NamedPolicy Everything(string principal = "") => Policy($"'Effect': 'Allow', {principal} 'Action': '*', 'Resource': '*'", "everything");

    public static AccessDecision Of(PolicySet policies, string action, string resource, string? principal = null, string? owner = null, params (string Key, object? Value)[] context)
    {
        AccessRequest request = new(
            action,
            resource,
            principal is null ? null : AccessPrincipal.Parse(principal),
            owner,
            new(context.Select(entry => KeyValuePair.Create(entry.Key, entry.Value))),
            ReferenceRequest.Now);
        AccessDecision decision = CompiledPolicySet.Compile(policies).Evaluate(request);
        Dictionary<string, string[]> plain = context.ToDictionary(entry => entry.Key, entry => ContextValues.From(entry.Key, entry.Value).ToArray());
        AccessVerdict second = new ReferenceEngine(policies).Decide(new(action, resource, principal, plain, owner));
        Assert.Equal(second, decision.Decision);
        return decision;
    }

    public static AccessVerdict Verdict(PolicySet policies, string action, string resource, string? principal = null, string? owner = null, params (string Key, object? Value)[] context) =>
        Of(policies, action, resource, principal, owner, context).Decision;

    public static bool Allows(string statement, string action, string resource, params (string Key, object? Value)[] context) =>
        Of(Identity(statement), action, resource, Alice, null, context).IsAllowed;
}
