using CloudEssentials.Policies.Evaluation;
using static CloudEssentials.Tests.Policies.Evaluation.Decide;

namespace CloudEssentials.Tests.Policies.Evaluation;

public sealed class ExplanationTests
{
    [Fact]
    public void A_person_reads_which_part_did_not_match()
    {
        PolicySet policies = Identity("'Sid': 'FromTheOffice', 'Effect': 'Allow', 'Action': 's3:Get*', 'Resource': 'arn:aws:s3:::photos/*', 'Condition': { 'IpAddress': { 'aws:SourceIp': '203.0.113.0/24' } }");
        AccessDecision decision = Of(policies, "s3:GetObject", "arn:aws:s3:::other/cat.jpg", Alice, null, ("aws:SourceIp", "10.0.0.1"));
        Assert.Equal(
            """
            ImplicitlyDenied: arn:aws:iam::111111111111:user/alice may not call s3:GetObject on arn:aws:s3:::other/cat.jpg
            └─ identity policies: do not allow
               └─ Allow policy 1: FromTheOffice does not apply
                  ├─ resource: arn:aws:s3:::photos/* does not match arn:aws:s3:::other/cat.jpg
                  └─ condition: aws:SourceIp is '10.0.0.1'; IpAddress asks for 203.0.113.0/24
            """.ReplaceLineEndings("\n"),
            decision.Explanation!.ToString());
    }

    [Fact]
    public void A_person_reads_which_layer_stands_in_the_way()
    {
        PolicySet policies = new() { IdentityPolicies = [Everything()], ServiceControlPolicies = [new("root", [Everything()]), new("account", [Policy("'Effect': 'Allow', 'Action': 'ec2:*', 'Resource': '*'")])] };
        string text = Of(policies, "s3:GetObject", Cat, Alice).Explanation!.ToString();
        Assert.Contains("service control policies at root: allow", text, StringComparison.Ordinal);
        Assert.Contains("service control policies at account: do not allow\n│  └─ no statement covers s3:GetObject (1 statement read)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_names_the_key_that_is_missing()
    {
        AccessDecision decision = Of(Identity("'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*', 'Condition': { 'StringEquals': { 'aws:PrincipalTag/team': 'red' } }"), "s3:GetObject", Cat, Alice);
        Assert.Equal(("aws:PrincipalTag/team", "the request has no aws:PrincipalTag/team"), (decision.MissingContextKey, decision.Reason));
    }

    [Fact]
    public void A_statement_that_fails_for_more_than_a_missing_key_does_not_name_it() =>
        Assert.Null(Of(Identity("'Effect': 'Allow', 'Action': 's3:*', 'Resource': 'arn:aws:s3:::x', 'Condition': { 'StringEquals': { 'aws:PrincipalTag/team': 'red' } }"), "s3:GetObject", Cat, Alice).MissingContextKey);

    [Fact]
    public void Without_being_asked_there_is_no_explanation() =>
        Assert.Null(CompiledPolicySet.Compile(Identity("'Effect': 'Allow', 'Action': '*', 'Resource': '*'")).Evaluate(new("s3:GetObject"), explain: false).Explanation);
}
