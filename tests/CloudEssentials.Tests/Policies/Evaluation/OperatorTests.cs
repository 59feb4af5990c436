using System.Net;
using static CloudEssentials.Tests.Policies.Evaluation.Decide;

namespace CloudEssentials.Tests.Policies.Evaluation;

public sealed class OperatorTests
{
    [Theory]
    [InlineData("StringEquals", "home/", "home/", true)]
    [InlineData("StringEquals", "home/", "Home/", false)]
    [InlineData("StringEquals", "home/*", "home/a", false)]
    [InlineData("StringNotEquals", "home/", "home/", false)]
    [InlineData("StringNotEquals", "home/", "x", true)]
    [InlineData("StringEqualsIgnoreCase", "home/", "HOME/", true)]
    [InlineData("StringNotEqualsIgnoreCase", "home/", "HOME/", false)]
    [InlineData("StringLike", "home/?/*", "home/a/b", true)]
    [InlineData("StringLike", "home/?/*", "home/ab/b", false)]
    [InlineData("StringLike", "${*}${?}${$}", "*?$", true)]
    [InlineData("StringLike", "${*}", "a", false)]
    [InlineData("StringNotLike", "home/*", "home/a", false)]
    [InlineData("NumericEquals", "10", "10.0", true)]
    [InlineData("NumericEquals", "1e1", "10", true)]
    [InlineData("NumericNotEquals", "10", "10", false)]
    [InlineData("NumericLessThan", "10", "9.99", true)]
    [InlineData("NumericLessThan", "10", "10", false)]
    [InlineData("NumericLessThanEquals", "10", "10", true)]
    [InlineData("NumericGreaterThan", "-1", "0", true)]
    [InlineData("NumericGreaterThanEquals", "10", "9", false)]
    [InlineData("DateEquals", "2026-03-01T12:00:00Z", "2026-03-01T13:00:00+01:00", true)]
    [InlineData("DateEquals", "2026-03-01", "2026-03-01T00:00:00.0Z", true)]
    [InlineData("DateNotEquals", "2026", "2026-01-01", false)]
    [InlineData("DateLessThan", "2026-03", "2026-02-28T23:59Z", true)]
    [InlineData("DateLessThanEquals", "1772366400", "2026-03-01T12:00:00Z", true)]
    [InlineData("DateGreaterThan", "2026-03-01T12:00:00Z", "2026-03-01T12:00:00.001Z", true)]
    [InlineData("DateGreaterThanEquals", "2026-03-01T12:00:00Z", "2026-03-01T11:59:59Z", false)]
    [InlineData("Bool", "true", "TRUE", true)]
    [InlineData("Bool", "true", "false", false)]
    [InlineData("BinaryEquals", "QmluYXJ5", "QmluYXJ5", true)]
    [InlineData("BinaryEquals", "QmluYXJ5", "QmluYXJ6", false)]
    [InlineData("IpAddress", "203.0.113.0/24", "203.0.113.9", true)]
    [InlineData("IpAddress", "203.0.113.0/24", "203.0.114.9", false)]
    [InlineData("IpAddress", "203.0.113.7", "203.0.113.7", true)]
    [InlineData("IpAddress", "203.0.113.7", "203.0.113.8", false)]
    [InlineData("IpAddress", "2001:DB8:1234:5678::/64", "2001:db8:1234:5678::1", true)]
    [InlineData("IpAddress", "2001:DB8:1234:5678::/64", "2001:db8:1234:5679::1", false)]
    [InlineData("IpAddress", "0.0.0.0/0", "198.51.100.1", true)]
    [InlineData("IpAddress", "0.0.0.0/0", "2001:db8::1", false)]
    [InlineData("NotIpAddress", "203.0.113.0/24", "203.0.113.9", false)]
    [InlineData("NotIpAddress", "203.0.113.0/24", "10.0.0.1", true)]
    [InlineData("ArnLike", "arn:aws:iam::*:role/app*", "arn:aws:iam::111111111111:role/app/x", true)]
    [InlineData("ArnEquals", "arn:aws:iam::*:role/?pp", "arn:aws:iam::111111111111:role/app", true)]
    [InlineData("ArnEquals", "arn:aws:IAM::*:role/app", "arn:aws:iam::111111111111:role/app", false)]
    [InlineData("ArnNotLike", "arn:aws:iam::*:role/*", "arn:aws:iam::111111111111:user/a", true)]
    [InlineData("ArnNotEquals", "arn:aws:iam::*:user/*", "arn:aws:iam::111111111111:user/a", false)]
    public void An_operator_compares_by_its_kind(string name, string policy, string request, bool wanted) =>
        Assert.Equal(wanted, Allows(Statement(name, policy), "s3:ListBucket", "*", ("test:key", request)));

    [Theory]
    [InlineData("StringEquals", false)]
    [InlineData("StringNotEquals", true)]
    [InlineData("StringLikeIfExists", true)]
    [InlineData("StringNotLikeIfExists", true)]
    [InlineData("ArnLike", false)]
    [InlineData("ArnNotLike", true)]
    [InlineData("ForAllValues:StringEquals", true)]
    [InlineData("ForAllValues:StringNotEquals", true)]
    [InlineData("ForAnyValue:StringEquals", false)]
    [InlineData("ForAnyValue:StringNotEquals", false)]
    [InlineData("ForAnyValue:StringEqualsIfExists", true)]
    public void A_missing_key_is_false_to_positive_operators_and_true_to_negated_ones(string name, bool wanted) =>
        Assert.Equal(wanted, Allows(Statement(name, "x"), "s3:ListBucket", "*"));

    [Theory]
    [InlineData("true", null, true)]
    [InlineData("false", null, false)]
    [InlineData("true", "x", false)]
    [InlineData("false", "x", true)]
    public void Null_asks_whether_the_key_is_there(string wants, string? value, bool wanted) =>
        Assert.Equal(wanted, Allows(Statement("Null", wants), "s3:ListBucket", "*", value is null ? [] : [("test:key", value)]));

    [Fact]
    public void Keys_and_operators_are_joined_by_and_values_by_or_and_negated_values_by_nor()
    {
        string both = "'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': { 'StringEquals': { 'a:x': ['1', '2'], 'a:y': '1' }, 'StringNotEquals': { 'a:z': ['8', '9'] } }";
        Assert.True(Allows(both, "s3:ListBucket", "*", ("a:x", "2"), ("a:y", "1"), ("a:z", "7")));
        Assert.False(Allows(both, "s3:ListBucket", "*", ("a:x", "3"), ("a:y", "1"), ("a:z", "7")));
        Assert.False(Allows(both, "s3:ListBucket", "*", ("a:x", "2"), ("a:y", "2"), ("a:z", "7")));
        Assert.False(Allows(both, "s3:ListBucket", "*", ("a:x", "2"), ("a:y", "1"), ("a:z", "9")));
    }

    [Fact]
    public void Names_of_keys_do_not_depend_on_case() =>
        Assert.True(Allows("'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': { 'StringEquals': { 'AWS:principaltag/TEAM': 'red' } }", "s3:ListBucket", "*", ("aws:PrincipalTag/team", "red")));

    [Fact]
    public void Values_of_the_request_may_be_of_the_types_of_a_shell()
    {
        Assert.True(Allows(Statement("Bool", "true"), "s3:ListBucket", "*", ("test:key", true)));
        Assert.True(Allows(Statement("NumericEquals", "10"), "s3:ListBucket", "*", ("test:key", 10L)));
        Assert.True(Allows(Statement("DateEquals", "2026-03-01"), "s3:ListBucket", "*", ("test:key", new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc))));
        Assert.True(Allows(Statement("IpAddress", "10.0.0.0/8"), "s3:ListBucket", "*", ("test:key", IPAddress.Parse("10.1.1.1"))));
        Assert.True(Allows(Statement("BinaryEquals", "AQID"), "s3:ListBucket", "*", ("test:key", new byte[] { 1, 2, 3 })));
        Assert.True(Allows(Statement("ForAnyValue:StringEquals", "b"), "s3:ListBucket", "*", ("test:key", new object[] { "a", "b" })));
    }

    private static string Statement(string name, string value) =>
        $"'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*', 'Condition': {{ '{name}': {{ 'test:key': '{value}' }} }}";
}
