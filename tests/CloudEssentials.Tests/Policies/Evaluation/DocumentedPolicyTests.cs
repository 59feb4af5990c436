using CloudEssentials.Policies.Evaluation;
using static CloudEssentials.Tests.Policies.Evaluation.Decide;

namespace CloudEssentials.Tests.Policies.Evaluation;

/// <summary>
/// The shapes of policy in 'Example IAM identity-based policies' of the IAM User Guide (access_policies_examples.html
/// and the pages that it leads to), each with a request that it lets through and one that it does not.
/// </summary>
public sealed class DocumentedPolicyTests
{
    private const string Allow = "'Effect': 'Allow'";
    private const string Deny = "'Effect': 'Deny'";
    private static readonly string _any = $"{{ {Allow}, 'Action': '*', 'Resource': '*' }}";

    [Fact] // reference_policies_examples_aws-dates.html
    public void Access_between_two_dates()
    {
        string Between(string from, string to) => $"{Allow}, 'Action': 'sqs:*', 'Resource': '*', 'Condition': {{ 'DateGreaterThan': {{ 'aws:CurrentTime': '{from}' }}, 'DateLessThan': {{ 'aws:CurrentTime': '{to}' }} }}";
        Assert.True(Allows(Between("2026-01-01T00:00:00Z", "2026-06-30T23:59:59Z"), "sqs:SendMessage", "*"));
        Assert.False(Allows(Between("2026-03-02T00:00:00Z", "2026-06-30T23:59:59Z"), "sqs:SendMessage", "*"));
        Assert.False(Allows(Between("2025-01-01T00:00:00Z", "2025-06-30T23:59:59Z"), "sqs:SendMessage", "*"));
    }

    [Theory] // reference_policies_examples_aws_deny-requested-region.html
    [InlineData("ec2:RunInstances", "arn:aws:ec2:eu-west-1:111111111111:instance/*", AccessVerdict.Allowed)]
    [InlineData("ec2:RunInstances", "arn:aws:ec2:us-east-1:111111111111:instance/*", AccessVerdict.ExplicitlyDenied)]
    [InlineData("iam:CreateUser", "*", AccessVerdict.Allowed)]
    [InlineData("ec2:DescribeInstances", "*", AccessVerdict.ExplicitlyDenied)]
    public void Everything_but_global_services_is_denied_outside_some_Regions(string action, string resource, AccessVerdict wanted) => Assert.Equal(
        wanted,
        Verdict(Identity($"[{_any}, {{ {Deny}, 'NotAction': ['cloudfront:*', 'iam:*', 'route53:*', 'support:*'], 'Resource': '*', 'Condition': {{ 'StringNotEquals': {{ 'aws:RequestedRegion': ['eu-central-1', 'eu-west-1'] }} }} }}]"), action, resource, Alice));

    [Theory] // reference_policies_examples_aws_deny-ip.html
    [InlineData("192.0.2.9", null, AccessVerdict.Allowed)]
    [InlineData("198.51.100.9", null, AccessVerdict.ExplicitlyDenied)]
    [InlineData("198.51.100.9", "true", AccessVerdict.Allowed)]
    public void Everything_is_denied_from_elsewhere_unless_a_service_calls(string address, string? viaService, AccessVerdict wanted)
    {
        // aws:ViaAWSService is 'always included': a request made directly has the value false.
        string policies = $"[{_any}, {{ {Deny}, 'Action': '*', 'Resource': '*', 'Condition': {{ 'NotIpAddress': {{ 'aws:SourceIp': ['192.0.2.0/24', '203.0.113.0/24'] }}, 'Bool': {{ 'aws:ViaAWSService': 'false' }} }} }}]";
        Assert.Equal(wanted, Verdict(Identity(policies), "ec2:RunInstances", "*", Alice, null, ("aws:SourceIp", address), ("aws:ViaAWSService", viaService ?? "false")));
        if (viaService is null)
            Assert.Equal(wanted, CompiledPolicySet.Compile(Identity(policies)).Decide(new("ec2:RunInstances", "*", AccessPrincipal.Parse(Alice), context: new([new("aws:SourceIp", address)]))).Decision);
    }

    [Theory] // reference_policies_examples_resource_account_data_exch.html
    [InlineData("ec2:RunInstances", "arn:aws:ec2:us-east-1:111111111111:instance/*", null, null, AccessVerdict.Allowed)]
    [InlineData("s3:GetObject", Cat, "222222222222", null, AccessVerdict.ExplicitlyDenied)]
    [InlineData("s3:GetObject", Cat, "222222222222", "dataexchange.amazonaws.com", AccessVerdict.ImplicitlyDenied)]
    [InlineData("sqs:SendMessage", "arn:aws:sqs:us-east-1:222222222222:q", null, "dataexchange.amazonaws.com", AccessVerdict.ExplicitlyDenied)]
    public void Resources_of_other_accounts_are_denied_save_through_a_service(string action, string resource, string? owner, string? via, AccessVerdict wanted) => Assert.Equal(
        wanted,
        Verdict(
            Identity($$"""
                [{{_any}},
                 { {{Deny}}, 'NotAction': ['s3:GetObject', 's3:PutObject'], 'Resource': '*', 'Condition': { 'StringNotEquals': { 'aws:ResourceAccount': ['111111111111'] } } },
                 { {{Deny}}, 'Action': ['s3:GetObject', 's3:PutObject'], 'Resource': '*', 'Condition': { 'StringNotEquals': { 'aws:ResourceAccount': ['111111111111'] }, 'ForAllValues:StringNotEquals': { 'aws:CalledVia': ['dataexchange.amazonaws.com'] } } }]
                """),
            action,
            resource,
            Alice,
            owner,
            via is null ? [] : [("aws:CalledVia", new[] { via })]));

    [Theory] // reference_policies_examples_s3_deny-except-bucket.html
    [InlineData("s3:GetObject", "arn:aws:s3:::mine/a", AccessVerdict.Allowed)]
    [InlineData("s3:GetObject", "arn:aws:s3:::other/a", AccessVerdict.ImplicitlyDenied)]
    [InlineData("ec2:RunInstances", "*", AccessVerdict.ExplicitlyDenied)]
    public void One_bucket_and_nothing_else(string action, string resource, AccessVerdict wanted) => Assert.Equal(
        wanted,
        Verdict(Identity($"[{{ {Allow}, 'Action': 's3:*', 'Resource': ['arn:aws:s3:::mine', 'arn:aws:s3:::mine/*'] }}, {{ {Deny}, 'NotAction': 's3:*', 'NotResource': ['arn:aws:s3:::mine', 'arn:aws:s3:::mine/*'] }}]"), action, resource, Alice));

    [Theory] // reference_policies_examples_s3_full-access-except-production.html
    [InlineData("s3:ListAllMyBuckets", "*", null, AccessVerdict.Allowed)]
    [InlineData("s3:GetObject", "arn:aws:s3:::Production/a", 1700, AccessVerdict.Allowed)]
    [InlineData("s3:GetObject", "arn:aws:s3:::Production/a", 1801, AccessVerdict.ExplicitlyDenied)]
    [InlineData("s3:GetObject", "arn:aws:s3:::Production/a", null, AccessVerdict.ExplicitlyDenied)]
    [InlineData("s3:GetObject", "arn:aws:s3:::Other/a", null, AccessVerdict.Allowed)]
    [InlineData("s3:DeleteBucket", "arn:aws:s3:::Other", 1, AccessVerdict.ImplicitlyDenied)]
    public void Production_needs_a_fresh_MFA(string action, string resource, int? age, AccessVerdict wanted) => Assert.Equal(
        wanted,
        Verdict(
            Identity($$"""
                [{ {{Allow}}, 'Action': ['s3:ListAllMyBuckets', 's3:ListBucket'], 'Resource': 'arn:aws:s3:::*' },
                 { {{Allow}}, 'Action': ['s3:PutObject', 's3:GetObject'], 'Resource': 'arn:aws:s3:::*/*' },
                 { {{Deny}}, 'Action': 's3:*', 'Resource': ['arn:aws:s3:::Production/*', 'arn:aws:s3:::Production'], 'Condition': { 'NumericGreaterThanIfExists': { 'aws:MultiFactorAuthAge': '1800' } } }]
                """),
            action,
            resource,
            Alice,
            null,
            age is null ? [] : [("aws:MultiFactorAuthAge", age)]));

    [Theory] // reference_policies_examples_iam-new-user-tag.html
    [InlineData("Development", "Employee", "Department,JobFunction", true)]
    [InlineData("Sales", "Employee", "Department,JobFunction", false)]
    [InlineData("Development", "Employee", "Department,JobFunction,Extra", false)]
    [InlineData(null, null, "", true)]
    public void New_users_with_only_these_tags(string? department, string? function, string keys, bool wanted)
    {
        List<(string, object?)> context = [("aws:TagKeys", keys.Split(',', StringSplitOptions.RemoveEmptyEntries))];
        if (department is not null)
            context.AddRange([("aws:RequestTag/Department", department), ("aws:RequestTag/JobFunction", function)]);
        Assert.Equal(wanted, Allows(
            $"{Allow}, 'Action': ['iam:CreateUser', 'iam:TagUser'], 'Resource': '*', 'Condition': {{ 'StringEqualsIfExists': {{ 'aws:RequestTag/Department': ['Development', 'QualityAssurance'], 'aws:RequestTag/JobFunction': 'Employee' }}, 'ForAllValues:StringEquals': {{ 'aws:TagKeys': ['Department', 'JobFunction'] }} }}",
            "iam:CreateUser",
            "arn:aws:iam::111111111111:user/new",
            [.. context]));
    }

    [Theory] // reference_policies_examples_iam_limit-managed.html
    [InlineData("arn:aws:iam::111111111111:policy/One", true)]
    [InlineData("arn:aws:iam::111111111111:policy/Three", false)]
    public void Only_these_policies_may_be_attached(string policy, bool wanted) => Assert.Equal(wanted, Allows(
        $"{Allow}, 'Action': ['iam:AttachUserPolicy', 'iam:DetachUserPolicy'], 'Resource': '*', 'Condition': {{ 'ArnEquals': {{ 'iam:PolicyARN': ['arn:aws:iam::*:policy/One', 'arn:aws:iam::*:policy/Two'] }} }}",
        "iam:AttachUserPolicy",
        "arn:aws:iam::111111111111:user/bob",
        ("iam:PolicyARN", policy)));

    [Theory] // reference_policies_examples_dynamodb_items.html
    [InlineData("id-1", "id-1", true)]
    [InlineData("id-2", "id-1", false)]
    [InlineData("id-1", null, false)]
    public void Items_whose_key_is_the_identitys_own(string key, string? sub, bool wanted)
    {
        List<(string, object?)> context = [("dynamodb:LeadingKeys", new[] { key })];
        if (sub is not null)
            context.Add(("cognito-identity.amazonaws.com:sub", sub));
        Assert.Equal(wanted, Allows(
            $"{Allow}, 'Action': ['dynamodb:GetItem', 'dynamodb:PutItem'], 'Resource': ['arn:aws:dynamodb:*:*:table/MyTable'], 'Condition': {{ 'ForAllValues:StringEquals': {{ 'dynamodb:LeadingKeys': ['${{cognito-identity.amazonaws.com:sub}}'] }} }}",
            "dynamodb:GetItem",
            "arn:aws:dynamodb:us-east-1:111111111111:table/MyTable",
            [.. context]));
    }

    [Theory] // reference_policies_examples_ec2-start-stop-match-tags.html, reference_policies_examples_ec2_ebs-owner.html
    [InlineData("blue", "blue", true)]
    [InlineData("blue", "red", false)]
    [InlineData(null, "red", false)]
    public void Instances_whose_tag_equals_the_principals(string? own, string tag, bool wanted)
    {
        List<(string, object?)> context = [("aws:ResourceTag/CostCenter", tag)];
        if (own is not null)
            context.Add(("aws:PrincipalTag/CostCenter", own));
        Assert.Equal(wanted, Allows(
            $"{Allow}, 'Action': ['ec2:startInstances', 'ec2:stopInstances'], 'Resource': '*', 'Condition': {{ 'StringEquals': {{ 'aws:ResourceTag/CostCenter': '${{aws:PrincipalTag/CostCenter}}' }} }}",
            "ec2:StartInstances",
            "arn:aws:ec2:us-east-1:111111111111:instance/i-1",
            [.. context]));
    }

    [Theory] // reference_policies_examples_iam-passrole-service.html
    [InlineData("cloudwatch.amazonaws.com", "arn:aws:iam::111111111111:role/EC2-roles-for-XYZ-a", true)]
    [InlineData("ec2.amazonaws.com", "arn:aws:iam::111111111111:role/EC2-roles-for-XYZ-a", false)]
    [InlineData("cloudwatch.amazonaws.com", "arn:aws:iam::111111111111:role/other", false)]
    public void A_role_may_be_passed_to_one_service(string service, string role, bool wanted) => Assert.Equal(wanted, Allows(
        $"{Allow}, 'Action': 'iam:PassRole', 'Resource': 'arn:aws:iam::*:role/EC2-roles-for-XYZ-*', 'Condition': {{ 'StringEquals': {{ 'iam:PassedToService': 'cloudwatch.amazonaws.com' }} }}",
        "iam:PassRole",
        role,
        ("iam:PassedToService", service)));

    [Theory] // reference_policies_examples_s3_home-directory-console.html
    [InlineData("", true)]
    [InlineData("home/", true)]
    [InlineData("home/alice/", true)]
    [InlineData("home/bob/", false)]
    public void A_home_directory_is_listed_from_the_top_to_ones_own(string prefix, bool wanted) => Assert.Equal(wanted, Allows(
        $"{Allow}, 'Action': 's3:ListBucket', 'Resource': 'arn:aws:s3:::company', 'Condition': {{ 'StringLike': {{ 's3:prefix': ['', 'home/', 'home/${{aws:username}}/'] }} }}",
        "s3:ListBucket",
        "arn:aws:s3:::company",
        ("s3:prefix", prefix)));

    [Theory] // reference_policies_examples_aws_my-sec-creds-self-manage-mfa-only.html
    [InlineData("iam:EnableMFADevice", null, AccessVerdict.Allowed)]
    [InlineData("iam:ChangePassword", null, AccessVerdict.ExplicitlyDenied)]
    [InlineData("iam:ChangePassword", "false", AccessVerdict.ExplicitlyDenied)]
    [InlineData("iam:ChangePassword", "true", AccessVerdict.Allowed)]
    public void Without_MFA_only_MFA_can_be_set_up(string action, string? mfa, AccessVerdict wanted) => Assert.Equal(
        wanted,
        Verdict(
            Identity($$"""
                [{ {{Allow}}, 'Action': ['iam:ChangePassword', 'iam:EnableMFADevice', 'iam:GetUser'], 'Resource': 'arn:aws:iam::*:user/${aws:username}' },
                 { {{Deny}}, 'NotAction': ['iam:CreateVirtualMFADevice', 'iam:EnableMFADevice', 'iam:GetUser', 'sts:GetSessionToken'], 'Resource': '*', 'Condition': { 'BoolIfExists': { 'aws:MultiFactorAuthPresent': 'false' } } }]
                """),
            action,
            Alice,
            Alice,
            null,
            mfa is null ? [] : [("aws:MultiFactorAuthPresent", mfa)]));
}
