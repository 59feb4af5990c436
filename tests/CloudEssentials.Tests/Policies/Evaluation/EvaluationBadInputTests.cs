using System.Diagnostics;
using System.Text;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Evaluation;
using static CloudEssentials.Tests.Policies.Evaluation.Decide;

namespace CloudEssentials.Tests.Policies.Evaluation;

public sealed class EvaluationBadInputTests
{
    [Fact]
    public void A_context_may_be_a_dictionary_of_any_kind()
    {
        Dictionary<string, object?> values = new() { ["aws:SourceIp"] = "203.0.113.7" };
        Assert.Equal(1, RequestContext.From(values).Count);
        Assert.Equal(1, RequestContext.From(new System.Collections.Hashtable(values)).Count);
    }

    [Fact]
    public void Catastrophic_wildcards_are_decided_in_linear_time()
    {
        string text = new('a', ContextValues.MaximumLength);
        string[] patterns =
        [
            string.Concat(Enumerable.Repeat("*a", 500)) + "b", "*a*a*a*a*b", "*" + new string('a', 2000) + "b*", string.Concat(Enumerable.Repeat("*?", 2000)) + "b",
            string.Concat(Enumerable.Repeat("*aaaaaaaaaaaab", 300)) + "*", "*" + new string('a', 30_000) + "b*" + new string('a', 30_000),
            "*" + string.Concat(Enumerable.Repeat("a?", 5_000)) + "b" + string.Concat(Enumerable.Repeat("a?", 5_000)) + "*",
        ];
        Stopwatch watch = Stopwatch.StartNew();
        foreach (string pattern in patterns)
        {
            CompiledPolicySet compiled = CompiledPolicySet.Compile(Identity($"'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': {{ 'StringLike': {{ 'test:key': '{pattern}' }} }}"));
            Assert.False(compiled.Decide(new("s3:GetObject", context: new([new("test:key", text)]))).IsAllowed);
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), watch.Elapsed.ToString());
    }

    [Theory]
    [InlineData("*a*a*a*b", "aaab", true)]
    [InlineData("*ab*ab*", "abab", true)]
    [InlineData("*aab*", "aaab", true)]
    [InlineData("a*a", "a", false)]
    [InlineData("*?a?*", "bab", true)]
    [InlineData("*a?c*", "aacabcab", true)]
    [InlineData("*a?c?*", "abdaxcabc", true)]
    [InlineData("*a?d*", "abcaacaab", false)]
    [InlineData("?*?", "a", false)]
    [InlineData("", "", true)]
    [InlineData("*", "", true)]
    [InlineData("?", "", false)]
    public void A_wildcard_pattern_matches_as_it_reads(string pattern, string text, bool wanted) => Assert.Equal(wanted, Wildcard.IsMatch(Wildcard.Encode(pattern), text));

    [Fact]
    public void Long_runs_of_literals_are_found_like_short_ones()
    {
        string run = string.Concat(Enumerable.Repeat("ab", 40)) + "c";
        Assert.True(Wildcard.IsMatch(Wildcard.Encode($"*{run}*"), string.Concat(Enumerable.Repeat("ab", 100)) + run + "x"));
        Assert.False(Wildcard.IsMatch(Wildcard.Encode($"*{run}*"), string.Concat(Enumerable.Repeat("ab", 1000))));
    }

    [Fact]
    public void Ten_thousand_statements_are_compiled_and_decided_without_delay()
    {
        StringBuilder statements = new("[");
        for (int i = 0; i < 10_000; i++)
            statements.Append(i == 0 ? "" : ",").Append($"{{ 'Effect': 'Allow', 'Action': 's3:GetObject', 'Resource': 'arn:aws:s3:::bucket-{i}/*' }}");
        Stopwatch watch = Stopwatch.StartNew();
        CompiledPolicySet compiled = CompiledPolicySet.Compile(Identity(statements.Append(']').ToString()));
        AccessDecision last = compiled.Evaluate(new("s3:GetObject", "arn:aws:s3:::bucket-9999/x"));
        AccessDecision none = compiled.Evaluate(new("s3:GetObject", "arn:aws:s3:::bucket-10000/x"));
        Assert.Equal("policy 1: statement 10000", last.MatchedStatement!.ToString());
        Assert.Contains("and 9990 statements more", none.Explanation!.ToString(), StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), watch.Elapsed.ToString());
    }

    [Fact]
    public void A_statement_with_a_megabyte_of_resources_is_decided()
    {
        string resources = string.Join(',', Enumerable.Range(0, 30_000).Select(i => $"'arn:aws:s3:::bucket-{i}/*/x'"));
        CompiledPolicySet compiled = CompiledPolicySet.Compile(Identity($"'Effect': 'Allow', 'Action': '*', 'Resource': [{resources}]"));
        Assert.True(compiled.Decide(new("s3:GetObject", "arn:aws:s3:::bucket-29999/a/x")).IsAllowed);
        Assert.False(compiled.Decide(new("s3:GetObject", "arn:aws:s3:::bucket-29999/a/y")).IsAllowed);
    }

    [Theory]
    [InlineData("s3", "ActionInvalid")]
    [InlineData("s3:", "ActionInvalid")]
    [InlineData(":GetObject", "ActionInvalid")]
    [InlineData("s3:Get*", "ActionInvalid")]
    [InlineData("iam: GetUser", "ActionInvalid")]
    [InlineData("", "ActionInvalid")]
    [InlineData("s3:Get\uD800", "ActionInvalid")]
    public void What_is_not_one_action_is_refused(string action, string id) => Assert.Equal(id, Assert.Throws<CloudException>(() => new AccessRequest(action)).ErrorId);

    [Theory]
    [InlineData("photos/cat.jpg")]
    [InlineData("arn")]
    [InlineData("arn:aws:s3")]
    [InlineData("arn:aws:s3::photos")]
    [InlineData("arn:aws:s3:::")]
    [InlineData("")]
    public void A_resource_with_missing_parts_is_refused_with_the_form_that_is_right(string resource)
    {
        CloudException error = Assert.Throws<CloudException>(() => new AccessRequest("s3:GetObject", resource));
        Assert.Equal("ResourceArnInvalid", error.ErrorId);
        Assert.Contains("arn:partition:service:region:account:resource", error.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("alice")]
    [InlineData("arn:aws:iam::111111111111:user/*")]
    [InlineData("arn:aws:iam::111111111111:group/admins")]
    [InlineData("arn:aws:iam::11111:user/alice")]
    [InlineData("arn:aws:iam::111111111111")]
    [InlineData("arn:aws:sts::111111111111:assumed-role/a/b/c")]
    [InlineData("arn:aws:s3:::photos")]
    [InlineData("")]
    public void What_cannot_make_a_request_is_no_principal(string principal) => Assert.Equal("PrincipalInvalid", Assert.Throws<CloudException>(() => AccessPrincipal.Parse(principal)).ErrorId);

    [Fact]
    public void Context_that_cannot_be_used_is_refused()
    {
        Assert.Equal("ContextKeyInvalid", Assert.Throws<CloudException>(() => new RequestContext([new("SourceIp", "10.0.0.1")])).ErrorId);
        Assert.Equal("ContextKeyInvalid", Assert.Throws<CloudException>(() => new RequestContext([new("aws:SourceIp", "10.0.0.1"), new("AWS:SOURCEIP", "10.0.0.1")])).ErrorId);
        Assert.Equal("ContextValueInvalid", Assert.Throws<CloudException>(() => new RequestContext([new("aws:x", new object())])).ErrorId);
        Assert.Equal("ContextValueInvalid", Assert.Throws<CloudException>(() => new RequestContext([new("aws:x", new Dictionary<string, string>())])).ErrorId);
        Assert.Equal("ContextValueInvalid", Assert.Throws<CloudException>(() => new RequestContext([new("aws:x", new string('a', ContextValues.MaximumLength + 1))])).ErrorId);
    }

    [Theory]
    [InlineData("NumericEquals", "10", "many", "a number")]
    [InlineData("DateLessThan", "2026-01-01", "soon", "a date")]
    [InlineData("IpAddress", "10.0.0.0/8", "10.0.0.0/8", "one IP address")]
    [InlineData("IpAddress", "10.0.0.0/8", "10.1", "one IP address")]
    [InlineData("Bool", "true", "yes", "true or false")]
    [InlineData("ArnLike", "arn:aws:s3:::*", "photos", "an ARN")]
    public void A_value_of_the_wrong_type_never_matches_and_is_named(string name, string policy, string value, string expected)
    {
        CompiledPolicySet compiled = CompiledPolicySet.Compile(Identity($"'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': {{ '{name}': {{ 'test:key': '{policy}' }} }}"));
        RequestContext context = new([new("test:key", value)]);
        Assert.False(compiled.Decide(new("s3:GetObject", context: context)).IsAllowed);
        Assert.Contains(expected, Assert.Single(compiled.FindWrongValues(context)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'Effect': 'allow', 'Action': '*', 'Resource': '*'", "Effect")]
    [InlineData("'Effect': 'Allow', 'Resource': '*'", "neither Action")]
    [InlineData("'Effect': 'Allow', 'Action': '*'", "neither Resource")]
    [InlineData("'Effect': 'Allow', 'Action': 's*:Get', 'Resource': '*'", "wildcard in the service")]
    [InlineData("'Effect': 'Allow', 'Action': 'iam: GetUser', 'Resource': '*'", "no action")]
    [InlineData("'Effect': 'Allow', 'Action': '*', 'Resource': 'photos'", "matches nothing")]
    [InlineData("'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': { 'StringEqual': { 'a:b': 'c' } }", "not a condition operator")]
    [InlineData("'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': { 'NullIfExists': { 'a:b': 'true' } }", "not a condition operator")]
    [InlineData("'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': 'x'", "Condition is not an object")]
    [InlineData("'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': { 'StringEquals': 'x' }", "not an object of keys")]
    [InlineData("'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': { 'NumericEquals': { 'a:b': 'ten' } }", "'ten'")]
    [InlineData("'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': { 'IpAddress': { 'a:b': '10.0.0.0/33' } }", "10.0.0.0/33")]
    public void What_aws_would_not_accept_is_named_and_applies_to_nothing(string statement, string problem)
    {
        CompiledPolicySet compiled = CompiledPolicySet.Compile(Identity(statement));
        Assert.Contains(problem, Assert.Single(compiled.Problems).ToString(), StringComparison.Ordinal);
        Assert.False(compiled.Decide(new("s3:GetObject", context: new([new("a:b", "10")]))).IsAllowed);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "Statement": null }""")]
    [InlineData("""{ "Statement": [1, "x", null, [], {}] }""")]
    [InlineData("""{ "Statement": { "Effect": "Allow", "Action": [[], {}, null, 3], "Resource": [[], {}, null, 3], "Condition": { "StringEquals": { "a:b": [[], {}, null] } } } }""")]
    [InlineData("""{ "Statement": { "Effect": "Allow", "Principal": [1], "NotPrincipal": { "AWS": { } }, "Action": "", "Resource": "" } }""")]
    [InlineData("""{ "Statement": { "Effect": "Allow", "Principal": { "AWS": ["\ud800", "arn:aws:iam::1:root", ":root"] }, "Action": "\u0000", "Resource": "arn:aws:s3:::\ud800${" } }""")]
    public void A_document_of_any_shape_allows_nothing_and_throws_nothing(string json)
    {
        NamedPolicy policy = new("odd", PolicyDocument.Parse(json));
        CompiledPolicySet compiled = CompiledPolicySet.Compile(new PolicySet { IdentityPolicies = [policy], ResourcePolicy = policy, PermissionsBoundary = policy, ServiceControlPolicies = [new("root", [policy])], ResourceControlPolicies = [new("root", [policy])] });
        AccessDecision decision = compiled.Evaluate(new("s3:GetObject", Cat, AccessPrincipal.Parse(Alice)));
        Assert.Equal(AccessVerdict.ImplicitlyDenied, decision.Decision);
        Assert.NotEmpty(compiled.Problems);
    }

    [Fact]
    public void More_levels_than_an_organization_has_are_refused() =>
        Assert.Equal("PolicyLevelsTooMany", Assert.Throws<CloudException>(() => CompiledPolicySet.Compile(new PolicySet { ServiceControlPolicies = [.. Enumerable.Repeat(new PolicyLevel("x", []), 33)] })).ErrorId);
}
