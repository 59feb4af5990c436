using static CloudEssentials.Tests.Policies.Evaluation.Decide;

namespace CloudEssentials.Tests.Policies.Evaluation;

public sealed class ResourceMatchingTests
{
    [Theory]
    [InlineData("*", "arn:aws:s3:::b", true)]
    [InlineData("*", "*", true)]
    [InlineData("arn:aws:s3:::b/*", "*", false)]
    [InlineData("arn:aws:s3:::b", "arn:aws:s3:::B", false)]
    [InlineData("arn:*:s3:::b", "arn:aws-cn:s3:::b", true)]
    [InlineData("arn:aws:*:::b", "arn:aws:s3:::b", false)]
    [InlineData("arn:aws:s?:::b", "arn:aws:s3:::b", false)]
    [InlineData("arn:aws:sqs", "arn:aws:sqs:us-east-1:111111111111:q", true)]
    [InlineData("arn:aws:sqs:us-east-1", "arn:aws:sqs:us-east-1:111111111111:q", true)]
    [InlineData("arn:aws:sqs:us-east-2", "arn:aws:sqs:us-east-1:111111111111:q", false)]
    [InlineData("arn:aws", "arn:aws:sqs:us-east-1:111111111111:q", false)]
    [InlineData("arn:aws:ec2:us-*:*:instance/*", "arn:aws:ec2:us-east-1:111111111111:instance/i-1", true)]
    [InlineData("arn:aws:ec2:us-*1:*:instance/*", "arn:aws:ec2:us-east-2:111111111111:instance/i-1", false)]
    [InlineData("arn:aws:logs:*:*:log-group:/x:*", "arn:aws:logs:us-east-1:111111111111:log-group:/x:log-stream:s", true)]
    [InlineData("arn:aws:logs:*:log-group:/x:*", "arn:aws:logs:us-east-1:111111111111:log-group:/x:log-stream:s", true)]
    [InlineData("arn:aws:logs:*1:log-group:/x:*", "arn:aws:logs:us-east-1:111111111111:log-group:/x:log-stream:s", false)]
    [InlineData("arn:aws:logs:*:log-stream:s", "arn:aws:logs:us-east-1:111111111111:log-group:/x:log-stream:s", true)]
    [InlineData("arn:aws:s3:::photos/*", "arn:aws:s3:::photos/a:b:c", true)]
    [InlineData("photos/*", "arn:aws:s3:::photos/a", false)]
    [InlineData("arn:aws:s3:::b/${*}", "arn:aws:s3:::b/*", true)]
    [InlineData("arn:aws:s3:::b/${*}", "arn:aws:s3:::b/x", false)]
    [InlineData("arn:aws:iam::${aws:PrincipalAccount}:user/alice", "arn:aws:iam::111111111111:user/alice", false)]
    [InlineData("arn:aws:iam::*:user/${aws:username}", "arn:aws:iam::111111111111:user/alice", true)]
    public void An_arn_is_matched_part_by_part(string pattern, string resource, bool wanted) =>
        Assert.Equal(wanted, Allows($"'Effect': 'Allow', 'Action': 's3:*', 'Resource': '{pattern}'", "s3:GetObject", resource));

    [Theory]
    [InlineData("S3:GETOBJECT", true)]
    [InlineData("s3:Get*", true)]
    [InlineData("s3:*Object", true)]
    [InlineData("s3:?etObject", true)]
    [InlineData("s3:Get?", false)]
    [InlineData("*", true)]
    [InlineData("s*:GetObject", false)]
    [InlineData("*:GetObject", false)]
    [InlineData("s3", false)]
    public void An_action_is_matched_without_regard_to_case_and_without_wildcards_in_the_service(string pattern, bool wanted) =>
        Assert.Equal(wanted, Allows($"'Effect': 'Allow', 'Action': '{pattern}', 'Resource': '*'", "s3:GetObject", Cat));

    [Fact]
    public void A_value_of_the_request_is_never_a_wildcard() =>
        Assert.False(Allows("'Effect': 'Allow', 'Action': 's3:*', 'Resource': 'arn:aws:s3:::${aws:PrincipalTag/bucket}'", "s3:GetObject", "arn:aws:s3:::any", ("aws:PrincipalTag/bucket", "*")));

    [Fact]
    public void NotResource_with_a_variable_that_has_no_value_excepts_nothing() =>
        Assert.True(Allows("'Effect': 'Allow', 'Action': 's3:*', 'NotResource': 'arn:aws:s3:::${aws:PrincipalTag/bucket}'", "s3:GetObject", "arn:aws:s3:::any"));

    [Fact]
    public void A_resource_without_an_account_in_its_arn_belongs_to_the_principal()
    {
        string own = "'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*', 'Condition': { 'StringEquals': { 'aws:ResourceAccount': '${aws:PrincipalAccount}' } }";
        Assert.True(Of(Identity(own), "s3:GetObject", Cat, Alice).IsAllowed);
        Assert.False(Of(Identity(own), "s3:GetObject", Cat, Alice, "222222222222").IsAllowed);
    }
}
