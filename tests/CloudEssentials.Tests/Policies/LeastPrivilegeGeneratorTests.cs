using CloudEssentials.Catalog;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Generation;

namespace CloudEssentials.Tests.Policies;

public sealed class LeastPrivilegeGeneratorTests
{
    [Fact]
    public void Each_action_is_paired_with_the_resources_whose_type_it_supports()
    {
        PolicyDocument policy = One(["s3:GetObject", "s3:PutObject", "s3:ListBucket", "s3:ListAllMyBuckets"], ["arn:aws:s3:::photos/*", "arn:aws:s3:::photos"]);
        Assert.Equal(
            ["s3:GetObject,s3:PutObject on arn:aws:s3:::photos/*", "s3:ListAllMyBuckets on *", "s3:ListBucket on arn:aws:s3:::photos"],
            Describe(policy));
    }

    [Theory]
    [InlineData("s3:GetObject", "arn:aws:s3:::photos/2024/*")]
    [InlineData("iam:GetRole", "arn:aws:iam::123456789012:role/teams/web/app")]
    [InlineData("dynamodb:Query", "arn:aws:dynamodb:*:*:table/Employees/index/*")]
    [InlineData("logs:PutLogEvents", "arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/f:log-stream:*")]
    [InlineData("iam:GetUser", "arn:aws:iam::*:user/${aws:username}")]
    public void An_arn_with_paths_wildcards_or_variables_finds_its_type(string action, string resource) =>
        Assert.Equal([$"{action} on {resource}"], Describe(One([action], [resource])));

    [Fact]
    public void A_missing_resource_is_an_error_that_shows_the_pattern()
    {
        CloudException error = Assert.Throws<CloudException>(() => One(["s3:GetObject"], ["arn:aws:s3:::photos"]));
        Assert.Equal("ResourceNeeded", error.ErrorId);
        Assert.Contains("arn:${Partition}:s3:::${BucketName}/${ObjectName}", error.Message, StringComparison.Ordinal);
        Assert.Equal("ResourceNeeded", Assert.Throws<CloudException>(() => One(["ec2:RunInstances"], ["arn:aws:ec2:*:*:instance/*"])).ErrorId);
    }

    [Fact]
    public void An_unknown_action_is_an_error_that_names_the_nearest()
    {
        CloudException error = Assert.Throws<CloudException>(() => One(["s3:GetObjects"], ["*"]));
        Assert.Equal("ActionUnknown", error.ErrorId);
        Assert.Contains("s3:GetObject", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_resource_that_no_action_can_use_is_left_out_with_a_warning()
    {
        LeastPrivilegeResult result = Generate(new() { Action = ["s3:GetObject"], Resource = ["arn:aws:s3:::photos/*", "arn:aws:dynamodb:us-east-1:123456789012:table/T"] });
        Assert.Contains("arn:aws:dynamodb", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal(["s3:GetObject on arn:aws:s3:::photos/*"], Describe(Assert.Single(result.Documents)));
    }

    [Theory]
    [InlineData("photos")]
    [InlineData("arn:aws:s3")]
    public void What_is_not_an_arn_is_refused(string resource) =>
        Assert.Equal("ArnInvalid", Assert.Throws<CloudException>(() => One(["s3:GetObject"], [resource])).ErrorId);

    [Fact]
    public void Access_levels_on_a_resource_give_the_actions_of_those_levels_that_act_on_it()
    {
        PolicyDocument policy = Assert.Single(Generate(new() { Resource = ["arn:aws:dynamodb:us-east-1:123456789012:table/Employees"], AccessLevel = [AccessLevel.Read] }).Documents);
        string[] actions = [.. policy.Statements.SelectMany(statement => statement.Action!)];
        Assert.Contains("dynamodb:GetItem", actions);
        Assert.DoesNotContain("dynamodb:PutItem", actions);
        Assert.All(actions, action => Assert.Equal(AccessLevel.Read, ActionCatalog.Default.FindAction(action)!.AccessLevel));
        Assert.All(actions, action => Assert.Contains(ActionCatalog.Default.FindAction(action)!.ResourceTypes, type => type.Name == "table"));
    }

    [Fact]
    public void A_dependent_pass_role_is_held_to_the_role_and_to_the_service()
    {
        PolicyDocument policy = Assert.Single(Generate(new()
        {
            Action = ["lambda:CreateFunction"],
            Resource = ["arn:aws:lambda:us-east-1:123456789012:function:f", "arn:aws:iam::123456789012:role/f"],
            IncludeDependentAction = true,
        }).Documents);
        PolicyStatement pass = Assert.Single(policy.Statements, statement => statement.Action!.Contains("iam:PassRole"));
        Assert.Equal(["arn:aws:iam::123456789012:role/f"], pass.Resource!);
        Assert.Equal("lambda.amazonaws.com", pass.Condition[0].Entries[0].Values[0]);
        Assert.Equal("iam:PassedToService", pass.Condition[0].Entries[0].Key);
    }

    private static readonly string[] _several =
    [
        "arn:aws:s3:::photos/*", "arn:aws:sqs:us-east-1:123456789012:q", "arn:aws:dynamodb:us-east-1:123456789012:table/T", "arn:aws:sns:us-east-1:123456789012:topic",
        "arn:aws:kms:us-east-1:123456789012:key/1", "arn:aws:lambda:us-east-1:123456789012:function:f",
    ];

    [Fact]
    public void Every_policy_is_as_full_as_its_size_allows_to_the_character()
    {
        foreach (int size in Enumerable.Range(230, 250))
        {
            IReadOnlyList<PolicyDocument> policies = Generate(new() { Action = ["s3:GetObject", "sqs:SendMessage", "dynamodb:GetItem", "sns:Publish", "kms:Decrypt", "lambda:InvokeFunction"], Resource = _several, MaximumSize = size }).Documents;

            Assert.All(policies, policy => Assert.True(policy.MinifiedLength <= size, $"{policy.MinifiedLength} of {size}"));
            for (int i = 1; i < policies.Count; i++)
            {
                PolicyDocumentBuilder joined = PolicyDocumentBuilder.From(policies[i - 1]);
                joined.Add(PolicyDocumentBuilder.From(policies[i]).Statements[0]);
                Assert.True(joined.Build().MinifiedLength > size, $"more would have fitted into {size}");
            }
        }
    }

    [Fact]
    public void A_policy_beyond_the_quota_becomes_several_that_together_grant_the_same()
    {
        LeastPrivilegeWish wish = new() { Service = ["ec2"], AccessLevel = [AccessLevel.List, AccessLevel.Read], MaximumSize = 2_000, Sid = "Look" };
        IReadOnlyList<PolicyDocument> parts = Generate(wish).Documents;
        Assert.True(parts.Count > 2);
        Assert.All(parts, part => Assert.InRange(part.MinifiedLength, 1, 2_000));
        string[] actions = [.. parts.SelectMany(part => part.Statements).SelectMany(statement => statement.Action!)];
        Assert.Equal(ActionCatalog.Default.FindService("ec2")!.Actions.Count(action => action.AccessLevel is AccessLevel.List or AccessLevel.Read), actions.Distinct().Count());
        Assert.Equal(parts.Count, parts.SelectMany(part => part.Statements).Select(statement => statement.Sid).Distinct().Count());
    }

    [Fact]
    public void A_condition_on_the_region_spares_the_global_services()
    {
        PolicyDocument policy = Assert.Single(Generate(new()
        {
            Action = ["iam:GetUser", "ec2:DescribeInstances"],
            Resource = ["arn:aws:iam::*:user/*"],
            RequestedRegion = ["eu-west-1"],
        }).Documents);
        Assert.Empty(Assert.Single(policy.Statements, statement => statement.Action!.Contains("iam:GetUser")).Condition);
        Assert.Single(Assert.Single(policy.Statements, statement => statement.Action!.Contains("ec2:DescribeInstances")).Condition);
    }

    [Fact]
    public void A_second_value_for_a_condition_that_is_there_already_is_refused_rather_than_joined_by_or()
    {
        PolicyDocument task = PolicyTaskCatalog.Get("DirectoryAppInstance").Fill(new Dictionary<string, object?> { ["Bucket"] = "photos" });
        PolicyDocument held = LeastPrivilegeGenerator.Generate(task, new() { Condition = [new("StringEquals", "aws:RequestedRegion", ["us-west-2"])] }).Documents[0];
        CloudException error = Assert.Throws<CloudException>(() => LeastPrivilegeGenerator.Generate(held, new() { Condition = [new("StringEquals", "aws:RequestedRegion", ["eu-west-1"])] }));
        Assert.Equal("ConditionConflict", error.ErrorId);
    }

    [Fact]
    public void Every_task_fills_with_its_examples_into_actions_that_exist_and_says_nothing_else()
    {
        Assert.Contains("SelfServiceCredential", PolicyTaskCatalog.Names);
        foreach (PolicyTask task in PolicyTaskCatalog.Names.Select(PolicyTaskCatalog.Get))
        {
            PolicyDocument policy = task.Fill(task.Parameters.ToDictionary(parameter => parameter.Name, parameter => (object?)parameter.Example));
            Assert.DoesNotContain("{{", policy.ToString(), StringComparison.Ordinal);
            Assert.All(policy.Statements.SelectMany(statement => statement.Action ?? statement.NotAction!), action => Assert.True(ActionCatalog.Default.MatchActions(action).Any(), $"{task.Name}: {action}"));
            Assert.InRange(LeastPrivilegeGenerator.Generate(policy, new()).Documents.Count, 1, 2);
        }
    }

    [Theory]
    [InlineData("Bucket", "x\"; rm -rf /")]
    [InlineData("Bucket", "photos/*")]
    [InlineData("Bucket", "UPPER")]
    public void A_task_takes_no_value_that_breaks_out_of_its_place(string name, string value)
    {
        PolicyTask task = PolicyTaskCatalog.Get("readonlybucket");
        Assert.Equal("TaskParameterInvalid", Assert.Throws<CloudException>(() => task.Fill(new Dictionary<string, object?> { [name] = value })).ErrorId);
        Assert.Equal("TaskParameterMissing", Assert.Throws<CloudException>(() => task.Fill(new Dictionary<string, object?>())).ErrorId);
        Assert.Equal("TaskParameterUnknown", Assert.Throws<CloudException>(() => task.Fill(new Dictionary<string, object?> { ["Buckets"] = "photos" })).ErrorId);
    }

    [Fact]
    public void Several_values_for_a_blank_become_a_list()
    {
        PolicyDocument policy = PolicyTaskCatalog.Get("ReadOnlyBucket").Fill(new Dictionary<string, object?> { ["Bucket"] = new[] { "photos", "papers" } });
        Assert.Equal(["arn:aws:s3:::photos", "arn:aws:s3:::papers"], policy.Statements[0].Resource!);
    }

    private static PolicyDocument One(string[] actions, string[] resources) => Assert.Single(Generate(new() { Action = actions, Resource = resources }).Documents);

    private static LeastPrivilegeResult Generate(LeastPrivilegeWish wish) => LeastPrivilegeGenerator.Generate(wish);

    private static string[] Describe(PolicyDocument policy) =>
        [.. policy.Statements.Select(statement => $"{string.Join(",", statement.Action!)} on {string.Join(",", statement.Resource!)}").Order(StringComparer.Ordinal)];
}
