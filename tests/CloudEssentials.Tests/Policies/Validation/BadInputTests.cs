using System.Diagnostics;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Validation;

namespace CloudEssentials.Tests.Policies.Validation;

/// <summary>Documents that nobody would write: a clear finding each time, and nothing hangs.</summary>
public sealed class BadInputTests
{
    // Far above what is needed on a slow machine, far below what a quadratic rule would take.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Kinds => [.. Documents.Keys];

    private static readonly Dictionary<string, Func<string>> Documents = new()
    {
        ["ten thousand different statements"] = () => Policy(10_000, i => $$"""{"Sid":"S{{i}}","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b{{i}}/*"}"""),
        ["ten thousand equal statements"] = () => Policy(10_000, _ => """{"Sid":"S","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}"""),
        ["thirty thousand actions"] = () => One(List(30_000, i => $"s3:Get{i}"), "\"*\""),
        ["thirty thousand wildcard actions"] = () => One(List(30_000, i => $"s3:*{i}*"), "\"*\""),
        ["thirty thousand equal actions"] = () => One(List(30_000, _ => "s3:GetObject"), "\"*\""),
        ["twenty thousand wildcard resources"] = () => One("\"s3:GetObject\"", List(20_000, i => $"arn:aws:s3:::*{i}*/*")),
        ["actions times resources"] = () => One(List(3_000, i => i % 2 == 0 ? "s3:GetObject" : "sqs:SendMessage"), List(10_000, i => $"arn:aws:iam::111122223333:role/r{i}")),
        ["unknown services"] = () => One(List(30_000, i => $"service{i}:Get"), "\"*\""),
        ["many condition keys"] = () => When(20_000, i => $"\"aws:ResourceTag/k{i}\":\"v\""),
        ["many unknown condition keys"] = () => When(20_000, i => $"\"ec2:unknown{i}\":\"v\""),
        ["many operators"] = () => Conditions(string.Join(",", Enumerable.Range(0, 20_000).Select(i => $"\"Op{i}\":{{\"aws:username\":\"v\"}}"))),
        ["many principals"] = () => Trust(List(30_000, i => $"arn:aws:iam::111122223333:role/r{i}")),
        ["many sessions of one role"] = () => Trust(List(20_000, i => $"arn:aws:sts::111122223333:assumed-role/r/s{i}")),
        ["many variables"] = () => One("\"s3:GetObject\"", "\"arn:aws:s3:::b/" + string.Concat(Enumerable.Repeat("${aws:username}", 60_000)) + "\""),
        ["many open variables"] = () => One("\"s3:GetObject\"", "\"arn:aws:s3:::b/" + string.Concat(Enumerable.Repeat("${", 400_000)) + "\""),
        ["one action of a megabyte"] = () => One($"\"s3:{new string('a', 1_000_000)}\"", "\"*\""),
        ["one wildcard action of a megabyte"] = () => One($"\"s3:{string.Concat(Enumerable.Repeat("*a", 500_000))}\"", "\"*\""),
        ["one wildcard resource of a megabyte"] = () => One("\"s3:GetObject\"", $"\"arn:aws:s3:::{string.Concat(Enumerable.Repeat("*a", 500_000))}b\""),
        ["catastrophic wildcards"] = () => One(List(200, i => $"s3:{string.Concat(Enumerable.Repeat("*a", 200))}b{i}"), List(200, i => $"arn:aws:s3:::{string.Concat(Enumerable.Repeat("*a", 200))}b{i}")),
        ["deep nesting in an action"] = () => One(new string('[', 300_000) + new string(']', 300_000), "\"*\""),
        ["deep nesting in a condition"] = () => Conditions("\"StringEquals\":" + string.Concat(Enumerable.Repeat("{\"a\":", 150_000)) + "1" + new string('}', 150_000)),
        ["deep nesting of an unknown element"] = () => "{\"Statement\":[],\"x\":" + new string('[', 300_000) + new string(']', 300_000) + "}",
        ["many unknown elements"] = () => "{" + string.Join(",", Enumerable.Range(0, 50_000).Select(i => $"\"e{i}\":1")) + "}",
        ["a megabyte of Sids"] = () => Policy(10_000, i => $$"""{"Sid":"{{new string('A', 60)}}{{i % 7}}","Effect":"Deny","Action":"s3:GetObject","Resource":"*"}"""),
        ["a megabyte that is no JSON"] = () => new string('x', 1_000_000),
        ["a megabyte of open brackets"] = () => new string('[', 1_000_000),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_is_checked_in_a_moment_and_something_is_said(string kind)
    {
        var text = Documents[kind]();
        var clock = Stopwatch.StartNew();

        var findings = PolicyValidator.Default.Check(text);

        Assert.NotEmpty(findings);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Patience);
        Assert.NotEmpty(findings[0].ToString());
        Assert.NotNull(findings[^1].JsonPointer);
    }

    [Theory]
    [InlineData("{\"Version\":\"2012-10-17\",\"Statement\":\"\\ud800\"}", "INVALID_CHARACTER")]
    [InlineData("\uFEFF[]", "JSON_SYNTAX_ERROR")]
    [InlineData("{\"Version\":\"2012-10-17\u0000\"}", "JSON_SYNTAX_ERROR")]
    [InlineData("{\"Version\":\"2012-10-17\",\"Statement\":[null]}", "DATA_TYPE_MISMATCH")]
    [InlineData("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"\",\"Resource\":\"\"}]}", "INVALID_ACTION")]
    [InlineData("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:\"}]}", "MISSING_ARN_FIELD")]
    [InlineData("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\":\",\"Resource\":\":::::\"}]}", "INVALID_ARN_PREFIX")]
    [InlineData("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:::::\"}]}", "INVALID_SERVICE")]
    [InlineData("5", "JSON_SYNTAX_ERROR")]
    [InlineData("", "JSON_SYNTAX_ERROR")]
    public void What_is_not_a_policy_has_a_finding_that_says_so(string text, string code) =>
        Assert.Contains(code, PolicyValidator.Default.Check(text).Select(finding => finding.Code));

    [Fact]
    public void Mutated_policies_of_every_kind_are_checked_without_an_exception()
    {
        Random random = new(20121017);
        var types = Enum.GetValues<PolicyType>();
        string[] pieces = ["*", "?", "${", "}", ":", "/", "", " ", "arn:", "aws:", "s3:", "Null", "IfExists", "ForAllValues:", "\\u0000", "{}", "[]", "null", "1", "\"", ","];
        var checkedOnes = 0;
        for (var run = 0; run < 20_000; run++)
        {
            var pair = CheckCases.All[random.Next(CheckCases.All.Count)];
            if (pair.Fires.Length > 2_000)
                continue;
            var text = pair.Fires;
            for (var change = random.Next(3); change >= 0; change--)
            {
                var at = random.Next(text.Length);
                var length = Math.Min(random.Next(4), text.Length - at);
                text = string.Concat(text.AsSpan(0, at), pieces[random.Next(pieces.Length)], text.AsSpan(at + length));
            }

            var findings = PolicyValidator.Default.Check(text, new() { PolicyType = types[random.Next(types.Length)], ResourceType = run % 3 == 0 ? "AWS::S3::Bucket" : null });
            checkedOnes += findings.Any(finding => finding.Code == "JSON_SYNTAX_ERROR") ? 0 : 1;
        }

        Assert.True(checkedOnes > 5_000);
    }

    private static string Policy(int count, Func<int, string> statement) =>
        $$"""{"Version":"2012-10-17","Statement":[{{string.Join(",", Enumerable.Range(0, count).Select(statement))}}]}""";

    private static string One(string action, string resource) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":{{action}},"Resource":{{resource}}}]}""";

    private static string When(int count, Func<int, string> condition) =>
        Conditions("\"StringEquals\":{" + string.Join(",", Enumerable.Range(0, count).Select(condition)) + "}");

    private static string Conditions(string members) =>
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["ec2:RunInstances","ec2:StopInstances"],"Resource":"*","Condition":{""" + members + "}}]}";

    private static string Trust(string principals) =>
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":""" + principals + "}}}";

    private static string List(int count, Func<int, string> value) =>
        $"[{string.Join(",", Enumerable.Range(0, count).Select(i => $"\"{value(i)}\""))}]";
}
