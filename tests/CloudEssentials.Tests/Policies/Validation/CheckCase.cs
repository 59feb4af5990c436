using CloudEssentials.Policies;

namespace CloudEssentials.Tests.Policies.Validation;

/// <summary>A policy in which a check finds something, and one that is nearly the same, in which it does not.</summary>
internal sealed record CheckCase(string Code, PolicyType Type, string Fires, string Near, string? ResourceType = null)
{
    /// <summary>A policy of statements that are given as JSON objects.</summary>
    public static string Policy(params string[] statements) => $$"""{"Version":"2012-10-17","Statement":[{{string.Join(",", statements)}}]}""";

    /// <summary>A policy of one Allow statement.</summary>
    public static string Allow(string members) => Policy(AllowStatement(members));

    /// <summary>A policy of one Deny statement.</summary>
    public static string Deny(string members) => Policy($$"""{"Effect":"Deny",{{members}}}""");

    /// <summary>An Allow statement.</summary>
    public static string AllowStatement(string members) => $$"""{"Effect":"Allow",{{members}}}""";

    /// <summary>A policy that allows s3:GetObject on one bucket under a condition.</summary>
    public static string When(string condition, string action = "\"s3:GetObject\"") =>
        Allow($$"""  "Action":{{action}},"Resource":"arn:aws:s3:::b/*","Condition":{{{condition}}}""");

    /// <summary>A trust policy of one Allow statement.</summary>
    public static string Trusting(string principal, string action = "\"sts:AssumeRole\"", string rest = "") =>
        Allow($$""" "Principal":{{principal}},"Action":{{action}}{{rest}}""");

    /// <summary>A bucket policy of one Allow statement.</summary>
    public static string Bucket(string principal, string rest = "") =>
        Allow($$""" "Principal":{{principal}},"Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"{{rest}}""");

    /// <summary>A policy that allows s3:GetObject on one resource.</summary>
    public static string On(string resource) => Allow($$""" "Action":"s3:GetObject","Resource":"{{resource}}" """);
}
