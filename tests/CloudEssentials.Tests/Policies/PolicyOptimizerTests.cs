using CloudEssentials.Catalog;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Comparison;
using CloudEssentials.Policies.Generation;

namespace CloudEssentials.Tests.Policies;

public sealed class PolicyOptimizerTests
{
    [Fact]
    public void Statements_that_differ_in_one_list_are_merged_and_what_is_granted_already_is_dropped()
    {
        OptimizedPolicy optimized = Optimize("""
            {"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::a/*"},
            {"Effect":"Allow","Action":["s3:GetObject"],"Resource":"arn:aws:s3:::b/*"},
            {"Effect":"Allow","Action":"s3:PutObject","Resource":["arn:aws:s3:::b/*","arn:aws:s3:::a/*"]},
            {"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::a/2024/*"}
            """);
        PolicyStatement statement = Assert.Single(optimized.Document.Statements);
        Assert.Equal(["s3:GetObject", "s3:PutObject"], statement.Action!);
        Assert.Equal(["arn:aws:s3:::a/*", "arn:aws:s3:::b/*"], statement.Resource!);
        Assert.True(optimized.Proof.Equivalent);
        Assert.True(optimized.Size < optimized.OriginalSize);
    }

    [Fact]
    public void An_entry_with_a_star_is_not_taken_for_one_with_a_single_unknown_letter()
    {
        OptimizedPolicy optimized = Optimize("""
            {"Effect":"Allow","Action":["sqs:ListQueue?","sqs:ListQueue*"],"Resource":["arn:aws:sqs:*:*:a?","arn:aws:sqs:*:*:a*","arn:aws:sqs:*:*:ab"]}
            """);
        Assert.Equal(["sqs:ListQueue*"], optimized.Document.Statements[0].Action!);
        Assert.Equal(["arn:aws:sqs:*:*:a*"], optimized.Document.Statements[0].Resource!);
    }

    [Fact]
    public void Statements_with_other_conditions_or_effects_stay_apart()
    {
        OptimizedPolicy optimized = Optimize("""
            {"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}}},
            {"Effect":"Deny","Action":"s3:GetObject","Resource":"arn:aws:s3:::a/*"},
            {"Effect":"Allow","Action":"s3:PutObject","Resource":"*"}
            """);
        Assert.Equal(3, optimized.Document.Statements.Count);
        Assert.True(optimized.Proof.Equivalent);
    }

    [Fact]
    public void A_statement_about_nothing_is_dropped_and_never_turned_into_one_about_everything()
    {
        OptimizedPolicy optimized = Optimize("""
            {"Effect":"Allow","Action":"s3:GetObject","Resource":"*"},
            {"Effect":"Allow","Action":[],"Resource":"*"},
            {"Effect":"Deny","Action":"s3:GetObject","Resource":[]}
            """);
        PolicyStatement statement = Assert.Single(optimized.Document.Statements);
        Assert.True(statement.IsAllow);
        Assert.Equal(["s3:GetObject"], statement.Action!);
    }

    [Theory]
    [InlineData("""{"Effect":"Allow","NotAction":"*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Deny","Action":"s3:Get*","Resource":[]}""")]
    [InlineData("""{"Effect":"Allow","Action":[],"Resource":"*"}""")]
    public void Written_out_a_statement_about_nothing_is_left_out(string statement) =>
        Assert.Empty(PolicyExpander.Expand(PolicyDocument.Parse($$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""")).Statements);

    [Fact]
    public void Wildcards_shorten_a_list_and_match_no_unwanted_action()
    {
        string[] wanted = [.. ActionCatalog.Default.FindService("ec2")!.Actions.Where(action => action.Name.StartsWith("Describe", StringComparison.Ordinal)).Select(action => action.FullName)];
        PolicyDocument document = new PolicyDocumentBuilder().Add(new PolicyStatementBuilder().WithAction(wanted).WithResource("*")).Build();
        OptimizedPolicy optimized = PolicyOptimizer.Optimize(document, useWildcard: true);
        Assert.Equal(["ec2:Describe*"], optimized.Document.Statements[0].Action!);
        Assert.True(optimized.Proof.Equivalent);
    }

    [Fact]
    public void Whatever_wildcards_are_chosen_the_policy_expands_to_the_same_actions()
    {
        Random random = new(7);
        int shortened = 0;
        foreach (string prefix in new[] { "s3", "iam", "dynamodb", "sqs", "lambda" })
        {
            CatalogAction[] all = [.. ActionCatalog.Default.FindService(prefix)!.Actions];
            string[] wanted = [.. all.Where(_ => random.NextDouble() < 0.6).Select(action => action.FullName).Order(StringComparer.Ordinal)];
            PolicyDocument document = new PolicyDocumentBuilder().Add(new PolicyStatementBuilder().WithAction(wanted).WithResource("*")).Build();
            OptimizedPolicy optimized = PolicyOptimizer.Optimize(document, useWildcard: true);
            shortened += optimized.Document.Statements[0].Action!.Count(action => action.Contains('*', StringComparison.Ordinal));
            Assert.Equal(wanted, PolicyExpander.Expand(optimized.Document).Statements[0].Action!.Order(StringComparer.Ordinal));
        }

        Assert.True(shortened > 0);
    }

    [Fact]
    public void A_wildcard_at_a_words_end_does_not_take_in_a_longer_word()
    {
        OptimizedPolicy optimized = PolicyOptimizer.Optimize(PolicyDocument.Parse("""
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["ec2:DescribeVpcEndpointServiceConfigurations","ec2:DescribeVpcEndpointServicePermissions"],"Resource":"*"}}
            """), useWildcard: true);
        Assert.True(optimized.Proof.Equivalent, $"{optimized.Proof}");
        Assert.DoesNotContain("ec2:DescribeVpcEndpointService*", optimized.Document.Statements[0].Action!);
    }

    [Fact]
    public void A_wildcard_of_the_author_is_kept_for_what_it_may_yet_stand_for()
    {
        OptimizedPolicy optimized = PolicyOptimizer.Optimize(PolicyDocument.Parse("""
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["sts:GetCallerId*","sts:GetFederationToken","sts:NotYetThere"],"Resource":"*"}}
            """), useWildcard: true);
        Assert.True(optimized.Proof.Equivalent, $"{optimized.Proof}");
        Assert.Contains("sts:GetCallerId*", optimized.Document.Statements[0].Action!);
        Assert.Contains("sts:NotYetThere", optimized.Document.Statements[0].Action!);
    }

    [Fact]
    public void A_deny_in_a_control_policy_takes_no_wildcard()
    {
        PolicyDocument document = PolicyDocument.Parse("""{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":["s3:DeleteBucket","s3:DeleteObject"],"Resource":"*"}}""");
        Assert.Equal("WildcardInDenyRefused", Assert.Throws<CloudException>(() => PolicyOptimizer.Optimize(document, true, PolicyType.ServiceControl)).ErrorId);
    }

    [Fact]
    public void Over_AWSs_own_policies_nothing_is_ever_lost_or_gained()
    {
        foreach (ManagedPolicy policy in ManagedPolicyCatalog.Default.Policies.Where((_, i) => i % 40 == 0))
        {
            PolicyDocument document = PolicyDocument.Parse(policy.Document);
            OptimizedPolicy optimized = PolicyOptimizer.Optimize(document, useWildcard: true);
            Assert.True(optimized.Size <= optimized.OriginalSize, policy.Name);
            Assert.True(optimized.Proof.Equivalent || optimized.Proof.UnprovedReason is not null, $"{policy.Name}: {optimized.Proof}");
            Assert.Empty(PolicyComparer.Compare(document, optimized.Document).Differences);
        }
    }

    [Fact]
    public void NotAction_is_written_out_as_all_other_actions()
    {
        PolicyDocument expanded = PolicyExpander.Expand(PolicyDocument.Parse("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}}"""));
        PolicyStatement statement = Assert.Single(expanded.Statements);
        Assert.Null(statement.NotAction);
        Assert.Equal(ActionCatalog.Default.Services.Where(service => service.Prefix != "iam").Sum(service => service.ActionCount), statement.Action!.Count);
    }

    private static OptimizedPolicy Optimize(string statements) =>
        PolicyOptimizer.Optimize(PolicyDocument.Parse($$"""{"Version":"2012-10-17","Statement":[{{statements}}]}"""));
}
