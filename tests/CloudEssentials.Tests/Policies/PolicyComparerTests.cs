using CloudEssentials.Policies;
using CloudEssentials.Policies.Comparison;

namespace CloudEssentials.Tests.Policies;

public sealed class PolicyComparerTests
{
    private const string GetPhotos = """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::photos/*"}""";

    [Theory]
    [InlineData(GetPhotos, """{"Effect":"Allow","Action":["S3:getobject"],"Resource":["arn:aws:s3:::photos/*"]}""")]
    [InlineData(GetPhotos, GetPhotos + "," + GetPhotos)]
    [InlineData(GetPhotos, """{"Effect":"Allow","Action":"s3:GetObject","Resource":["arn:aws:s3:::photos/*","arn:aws:s3:::photos/2024/?.jpg"]}""")]
    [InlineData("""{"Effect":"Allow","Action":"s3:*","Resource":"*"}""", """{"Effect":"Allow","Action":["s3:*","s3:Get*"],"Resource":["*","arn:aws:s3:::x"]}""")]
    [InlineData(
        """{"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Condition":{"StringEquals":{"aws:SourceVpc":["vpc-1","vpc-2"]}}}""",
        """{"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Condition":{"StringEquals":{"AWS:sourcevpc":"vpc-2"}}},{"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Condition":{"StringEquals":{"aws:SourceVpc":"vpc-1"}}}""")]
    [InlineData(
        """{"Effect":"Allow","Action":"iam:GetUser","Resource":["arn:aws:iam::*:user/${aws:username}","arn:aws:iam::*:user/*"]}""",
        """{"Effect":"Allow","Action":"iam:GetUser","Resource":"arn:aws:iam::*:user/*"}""")]
    public void What_grants_the_same_is_proved_equivalent(string a, string b)
    {
        PolicyComparison comparison = Compare(a, b);
        Assert.True(comparison.Equivalent, string.Join("; ", comparison.Differences));
        Assert.Equal("Equivalent", comparison.Verdict);
    }

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","NotAction":"s3:GetObject","Resource":"*"}""", """{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"},{"Effect":"Deny","Action":"s3:GetObject","NotResource":"arn:aws:s3:::photos/*"}""", GetPhotos)]
    [InlineData(
        """{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"},{"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"StringNotEquals":{"aws:SourceVpc":"vpc-1"}}}""",
        """{"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Condition":{"StringEquals":{"aws:SourceVpc":"vpc-1"}}}""")]
    [InlineData("""{"Effect":"Deny","Action":"s3:GetObject","Resource":"*"}""", """{"Effect":"Deny","Action":"s3:PutObject","Resource":"*"}""")]
    public void What_denies_otherwise_is_no_equal_beside_other_policies_though_it_grants_the_same(string a, string b)
    {
        PolicyComparison comparison = Compare(a, b);
        Assert.True(comparison.GrantsTheSame, string.Join("; ", comparison.Differences));
        Assert.False(comparison.Equivalent);
        Assert.NotEmpty(comparison.Denials);
        Assert.Equal("Grants the same, denies otherwise", comparison.Verdict);
    }

    [Fact]
    public void The_same_denial_written_otherwise_is_equivalent() => Assert.True(Compare(
        """{"Effect":"Deny","Action":["s3:GetObject","s3:PutObject"],"Resource":"*"}""",
        """{"Effect":"Deny","Action":"s3:PutObject","Resource":"*"},{"Effect":"Deny","Action":"S3:GetObject","Resource":["*","arn:aws:s3:::a"]}""").Equivalent);

    [Fact]
    public void An_account_is_the_same_by_its_id_and_by_the_arn_of_its_root()
    {
        const string ById = """{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"s3:GetObject","Resource":"*"}""";
        string byArn = ById.Replace("111122223333", "arn:aws:iam::111122223333:root", StringComparison.Ordinal);
        Assert.True(Compare(ById, byArn).Equivalent);
        Assert.False(Compare(ById, byArn.Replace("root", "user/root", StringComparison.Ordinal)).Equivalent);
    }

    [Fact]
    public void What_only_one_grants_is_named_by_action_resource_and_condition()
    {
        PolicyComparison comparison = Compare(
            GetPhotos,
            GetPhotos + """,{"Sid":"More","Effect":"Allow","Action":"s3:PutObject","Resource":"arn:aws:s3:::photos/*","Condition":{"Bool":{"aws:SecureTransport":"true"}}}""");
        Assert.Empty(comparison.OnlyInA);
        PolicyDifference difference = Assert.Single(comparison.OnlyInB);
        Assert.Equal(["s3:PutObject"], difference.Action);
        Assert.Equal("arn:aws:s3:::photos/*", difference.Resource);
        Assert.Equal("""{"Bool":{"aws:SecureTransport":"true"}}""", difference.Condition);
        Assert.Equal("More", difference.Statement);
        Assert.True(difference.IsCertain);
        Assert.Equal("Different", comparison.Verdict);
    }

    [Fact]
    public void A_narrower_resource_a_deny_and_a_condition_each_take_something_away()
    {
        Assert.NotEmpty(Compare("""{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}""", GetPhotos).OnlyInA);
        Assert.NotEmpty(Compare(GetPhotos, GetPhotos + """,{"Effect":"Deny","Action":"s3:Get*","Resource":"arn:aws:s3:::photos/secret/*"}""").OnlyInA);
        Assert.NotEmpty(Compare(GetPhotos, GetPhotos.Replace("}", ""","Condition":{"Bool":{"aws:SecureTransport":"true"}}}""", StringComparison.Ordinal)).OnlyInA);
        Assert.Empty(Compare(GetPhotos, GetPhotos + """,{"Effect":"Deny","Action":"s3:Put*","Resource":"*"}""").Differences);
    }

    [Fact]
    public void What_depends_on_how_two_conditions_relate_is_called_not_proved()
    {
        PolicyComparison comparison = Compare(
            """{"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}""",
            """{"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":["10.0.0.0/9","10.128.0.0/9"]}}}""");
        Assert.False(comparison.Equivalent);
        Assert.False(comparison.IsProved);
        Assert.Equal("Not proved", comparison.Verdict);
        Assert.Contains("conditions", comparison.UnprovedReason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variable_and_a_name_that_it_may_hold_are_not_taken_for_different_texts()
    {
        const string Own = """{"Effect":"Allow","Action":"iam:GetUser","Resource":"arn:aws:iam::*:user/${aws:username}"}""";
        PolicyComparison comparison = Compare(
            Own + """,{"Effect":"Deny","Action":"iam:GetUser","Resource":"arn:aws:iam::*:user/ann"}""",
            Own);
        Assert.False(comparison.Equivalent);
        Assert.NotEmpty(comparison.OnlyInB);
    }

    [Fact]
    public void An_action_that_the_catalogue_does_not_know_still_counts()
    {
        Assert.NotEmpty(Compare("""{"Effect":"Allow","Action":"brandnew:DoIt","Resource":"*"}""", GetPhotos).OnlyInA);
    }

    [Fact]
    public void Too_many_conditions_are_said_to_be_beyond_proof_and_do_not_hang()
    {
        string many = string.Join(",", Enumerable.Range(0, 40).Select(i => """{"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Condition":{"StringLike":{"aws:PrincipalTag/@":"v*"}}}""".Replace("@", $"t{i}", StringComparison.Ordinal)));
        PolicyComparison comparison = Compare(many, GetPhotos);
        Assert.False(comparison.IsProved);
        Assert.Contains("questions", comparison.UnprovedReason, StringComparison.Ordinal);
    }

    private static PolicyComparison Compare(string a, string b) => PolicyComparer.Compare(Policy(a), Policy(b));

    private static PolicyDocument Policy(string statements) => PolicyDocument.Parse($$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""");
}
