using CloudEssentials.Policies;
using CloudEssentials.Policies.Evaluation;
using static CloudEssentials.Tests.Policies.Evaluation.Decide;

namespace CloudEssentials.Tests.Policies.Evaluation;

/// <summary>The situations that the pages of AWS's documentation tell; each test names its page.</summary>
public sealed class DocumentedExampleTests
{
    // reference_policies_evaluation-logic.html, 'Example identity-based and resource-based policy evaluation'.
    [Theory]
    [InlineData("s3:PutObject", "arn:aws:s3:::carlossalazar-logs/a", AccessVerdict.ExplicitlyDenied)]
    [InlineData("s3:PutObject", "arn:aws:s3:::carlossalazar/a", AccessVerdict.Allowed)]
    [InlineData("s3:ListAccessPoints", "arn:aws:s3:::anything", AccessVerdict.Allowed)]
    [InlineData("s3:PutObject", "arn:aws:s3:::another/a", AccessVerdict.ImplicitlyDenied)]
    public void Carlos_keeps_to_his_own_bucket(string action, string resource, AccessVerdict wanted)
    {
        PolicySet policies = new()
        {
            IdentityPolicies = [Policy("""
                [{ 'Sid': 'AllowS3ListRead', 'Effect': 'Allow', 'Action': ['s3:GetBucketLocation', 's3:ListAccessPoints', 's3:ListAllMyBuckets'], 'Resource': 'arn:aws:s3:::*' },
                 { 'Sid': 'AllowS3Self', 'Effect': 'Allow', 'Action': 's3:*', 'Resource': ['arn:aws:s3:::carlossalazar/*', 'arn:aws:s3:::carlossalazar'] },
                 { 'Sid': 'DenyS3Logs', 'Effect': 'Deny', 'Action': 's3:*', 'Resource': 'arn:aws:s3:::*log*' }]
                """)],
            ResourcePolicy = Policy("'Effect': 'Allow', 'Principal': { 'AWS': 'arn:aws:iam::123456789012:user/carlossalazar' }, 'Action': 's3:*', 'Resource': ['arn:aws:s3:::carlossalazar/*', 'arn:aws:s3:::carlossalazar']"),
        };
        Assert.Equal(wanted, Verdict(policies, action, resource, "arn:aws:iam::123456789012:user/carlossalazar"));
    }

    // The same page, 'The difference between explicit and implicit denies'.
    [Theory]
    [InlineData("iam:GetUser", AccessVerdict.Allowed)]
    [InlineData("iam:CreatePolicy", AccessVerdict.ImplicitlyDenied)]
    [InlineData("iam:GetOrganizationsAccessReport", AccessVerdict.ExplicitlyDenied)]
    public void Reports_are_denied_and_the_rest_of_writing_is_just_not_allowed(string action, AccessVerdict wanted)
    {
        PolicySet policies = Identity("""
            [{ 'Sid': 'AllowGetList', 'Effect': 'Allow', 'Action': ['iam:Get*', 'iam:List*'], 'Resource': '*' },
             { 'Sid': 'DenyReports', 'Effect': 'Deny', 'Action': 'iam:*Report', 'Resource': '*' }]
            """);
        Assert.Equal(wanted, Verdict(policies, action, "*", Alice));
    }

    // reference_policies_evaluation-logic-cross-account.html, 'Example cross-account policy evaluation'.
    [Theory]
    [InlineData("arn:aws:s3:::Production-logs/a", "s3:PutObject", false, AccessVerdict.ExplicitlyDenied)]
    [InlineData("arn:aws:s3:::Production/a", "s3:PutObject", true, AccessVerdict.Allowed)]
    [InlineData("arn:aws:s3:::Production/a", "s3:PutObject", false, AccessVerdict.ImplicitlyDenied)]
    [InlineData("arn:aws:s3:::Production/a", "s3:DeleteObject", true, AccessVerdict.ImplicitlyDenied)]
    public void Carlos_needs_both_accounts(string resource, string action, bool bucketPolicy, AccessVerdict wanted)
    {
        PolicySet policies = Identity("""
            [{ 'Effect': 'Allow', 'Action': 's3:ListAllMyBuckets', 'Resource': '*' },
             { 'Effect': 'Allow', 'Action': 's3:*Object*', 'Resource': 'arn:aws:s3:::Production/*' },
             { 'Effect': 'Deny', 'Action': 's3:*', 'Resource': ['arn:aws:s3:::*log*', 'arn:aws:s3:::*log*/*'] }]
            """) with
        {
            ResourcePolicy = bucketPolicy
                ? Policy("'Effect': 'Allow', 'Action': ['s3:GetObject*', 's3:PutObject*', 's3:ReplicateObject', 's3:RestoreObject'], 'Principal': { 'AWS': 'arn:aws:iam::111111111111:user/carlossalazar' }, 'Resource': 'arn:aws:s3:::Production/*'")
                : null,
        };
        Assert.Equal(wanted, Verdict(policies, action, resource, "arn:aws:iam::111111111111:user/carlossalazar", "222222222222"));
    }

    // reference_policies_evaluation-logic.html, 'Resource-based policies and implicit denies in other policy types'.
    [Theory]
    [InlineData(Alice, Alice, AccessVerdict.Allowed)]
    [InlineData(Session, Session, AccessVerdict.Allowed)]
    [InlineData(Session, "arn:aws:iam::111111111111:role/app", AccessVerdict.ImplicitlyDenied)]
    [InlineData(Carol, Carol, AccessVerdict.Allowed)]
    [InlineData(Carol, Alice, AccessVerdict.ImplicitlyDenied)]
    [InlineData(Alice, Root, AccessVerdict.ImplicitlyDenied)]
    [InlineData(Alice, "*", AccessVerdict.Allowed)]
    public void Implicit_denies_do_not_limit_what_a_resource_policy_grants_directly(string principal, string named, AccessVerdict wanted)
    {
        string nothing = "'Effect': 'Allow', 'Action': 'ec2:*', 'Resource': '*'";
        PolicySet policies = new()
        {
            PermissionsBoundary = Policy(nothing, "boundary"),
            SessionPolicies = [Policy(nothing, "session")],
            ResourcePolicy = Policy($"'Effect': 'Allow', 'Principal': {{ 'AWS': '{named}' }}, 'Action': 's3:GetObject', 'Resource': '*'"),
        };
        Assert.Equal(wanted, Verdict(policies, "s3:GetObject", Cat, principal));
    }

    [Fact]
    public void A_grant_to_the_user_who_federated_holds_within_the_session_policy()
    {
        PolicySet policies = new()
        {
            ResourcePolicy = Policy($"'Effect': 'Allow', 'Principal': {{ 'AWS': '{Alice}' }}, 'Action': 's3:*', 'Resource': '*'"),
            SessionPolicies = [Policy("'Effect': 'Allow', 'Action': 's3:GetObject', 'Resource': '*'")],
        };
        CompiledPolicySet compiled = CompiledPolicySet.Compile(policies);
        AccessPrincipal carol = AccessPrincipal.Parse(Carol).With(parentArn: Alice);
        Assert.True(compiled.Decide(new("s3:GetObject", Cat, carol)).IsAllowed);
        Assert.Equal(PolicyType.Session, compiled.Decide(new("s3:PutObject", Cat, carol)).DecidedBy);
    }

    // access_policies_boundaries.html: 'The effective permissions are the intersection of all three policy types.'
    [Theory]
    [InlineData("s3:GetObject", AccessVerdict.Allowed, PolicyType.Identity)]
    [InlineData("s3:PutObject", AccessVerdict.ImplicitlyDenied, PolicyType.PermissionsBoundary)]
    [InlineData("s3:ListBucket", AccessVerdict.ImplicitlyDenied, PolicyType.Session)]
    [InlineData("s3:DeleteObject", AccessVerdict.ImplicitlyDenied, PolicyType.Identity)]
    public void Identity_boundary_and_session_must_all_allow(string action, AccessVerdict wanted, PolicyType decidedBy)
    {
        PolicySet policies = Identity("'Effect': 'Allow', 'Action': ['s3:GetObject', 's3:PutObject', 's3:ListBucket'], 'Resource': '*'") with
        {
            PermissionsBoundary = Policy("'Effect': 'Allow', 'Action': ['s3:GetObject', 's3:ListBucket', 's3:DeleteObject'], 'Resource': '*'", "boundary"),
            SessionPolicies = [Policy("'Effect': 'Allow', 'Action': ['s3:GetObject', 's3:PutObject'], 'Resource': '*'", "session")],
        };
        AccessDecision decision = Of(policies, action, Cat, Session);
        Assert.Equal((wanted, decidedBy), (decision.Decision, decision.DecidedBy));
    }

    // reference_policies_evaluation-logic.html, step 'Session policies'.
    [Fact]
    public void A_federated_user_without_a_session_policy_may_nothing()
    {
        PolicySet policies = new() { IdentityPolicies = [Everything()] };
        Assert.Equal(AccessVerdict.ImplicitlyDenied, Verdict(policies, "s3:GetObject", Cat, Carol));
        Assert.Equal(AccessVerdict.Allowed, Verdict(policies with { SessionPolicies = [Everything()] }, "s3:GetObject", Cat, Carol));
    }

    // kms/latest/developerguide/key-policies.html and key-policy-default.html.
    [Theory]
    [InlineData("'Principal': { 'AWS': 'arn:aws:iam::111111111111:root' }", true, AccessVerdict.Allowed)]
    [InlineData("'Principal': { 'AWS': 'arn:aws:iam::111111111111:root' }", false, AccessVerdict.ImplicitlyDenied)]
    [InlineData("'Principal': { 'AWS': 'arn:aws:iam::111111111111:user/alice' }", false, AccessVerdict.Allowed)]
    [InlineData("'Principal': { 'AWS': 'arn:aws:iam::111111111111:user/bob' }", true, AccessVerdict.ImplicitlyDenied)]
    public void Without_permission_from_the_key_policy_identity_policies_have_no_effect(string principal, bool identity, AccessVerdict wanted)
    {
        PolicySet policies = new()
        {
            IdentityPolicies = identity ? [Everything()] : [],
            ResourcePolicy = Policy($"'Effect': 'Allow', {principal}, 'Action': 'kms:*', 'Resource': '*'"),
        };
        Assert.Equal(wanted, Verdict(policies, "kms:Decrypt", "arn:aws:kms:us-east-1:111111111111:key/k", Alice));
    }

    [Fact]
    public void A_key_policy_that_is_not_known_is_taken_to_leave_the_matter_to_the_account()
    {
        AccessDecision decision = Of(new() { IdentityPolicies = [Everything()] }, "kms:Decrypt", "arn:aws:kms:us-east-1:111111111111:key/k", Alice);
        Assert.True(decision.IsAllowed);
        Assert.Contains("key policy: not given", decision.Explanation!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Not_even_the_root_user_uses_a_key_that_does_not_name_the_account()
    {
        PolicySet policies = new() { ResourcePolicy = Policy($"'Effect': 'Allow', 'Principal': {{ 'AWS': '{Alice}' }}, 'Action': 'kms:*', 'Resource': '*'") };
        Assert.Equal(AccessVerdict.ImplicitlyDenied, Verdict(policies, "kms:Decrypt", "arn:aws:kms:us-east-1:111111111111:key/k", Root));
        Assert.Equal(AccessVerdict.Allowed, Verdict(policies, "s3:GetObject", Cat, Root));
    }

    // id_roles_compare-resource-policies.html: a trust policy must name who may assume the role.
    [Theory]
    [InlineData("'AWS': 'arn:aws:iam::111111111111:user/alice'", Alice, "sts:AssumeRole", AccessVerdict.Allowed)]
    [InlineData("'AWS': '111111111111'", Alice, "sts:AssumeRole", AccessVerdict.ImplicitlyDenied)]
    [InlineData("'Service': 'ec2.amazonaws.com'", "ec2.amazonaws.com", "sts:AssumeRole", AccessVerdict.Allowed)]
    [InlineData("'Service': 'ec2.amazonaws.com'", "lambda.amazonaws.com", "sts:AssumeRole", AccessVerdict.ImplicitlyDenied)]
    [InlineData("'Federated': 'accounts.google.com'", "accounts.google.com", "sts:AssumeRole", AccessVerdict.Allowed)]
    [InlineData("'AWS': '*'", "arn:aws:iam::222222222222:user/dave", "sts:AssumeRole", AccessVerdict.ImplicitlyDenied)]
    public void A_trust_policy_decides_who_may_assume_a_role(string principal, string caller, string action, AccessVerdict wanted)
    {
        PolicySet policies = new() { ResourcePolicy = Policy($"'Effect': 'Allow', 'Principal': {{ {principal} }}, 'Action': '{action}'", "trust") };
        AccessDecision decision = Of(policies, action, "arn:aws:iam::111111111111:role/app", caller);
        Assert.Equal(wanted, decision.Decision);
        if (decision.IsAllowed)
            Assert.Equal(PolicyType.Trust, decision.DecidedBy);
    }

    // organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html.
    [Fact]
    public void Service_control_policies_must_allow_at_every_level_and_deny_at_none()
    {
        NamedPolicy onlyS3 = Policy("'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*'", "only S3");
        NamedPolicy noDeletes = Policy("'Effect': 'Deny', 'Action': 's3:Delete*', 'Resource': '*'", "no deletes");
        PolicySet policies = new() { IdentityPolicies = [Everything()], ServiceControlPolicies = [new("root", [Everything()]), new("unit", [onlyS3, noDeletes]), new("account", [Everything()])] };
        Assert.Equal(AccessVerdict.Allowed, Verdict(policies, "s3:GetObject", Cat, Alice));
        Assert.Equal(PolicyType.ServiceControl, Of(policies, "ec2:RunInstances", "*", Alice).DecidedBy);
        Assert.Equal("no deletes: statement 1", Of(policies, "s3:DeleteObject", Cat, Alice).MatchedStatement!.ToString());
        Assert.Equal(AccessVerdict.ExplicitlyDenied, Verdict(policies, "s3:DeleteObject", Cat, Root));
        Assert.Equal(AccessVerdict.Allowed, Verdict(policies with { ManagementAccount = "111111111111" }, "s3:DeleteObject", Cat, Alice));
        Assert.Equal(AccessVerdict.Allowed, Verdict(policies, "s3:DeleteObject", Cat, "arn:aws:iam::111111111111:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX"));
        Assert.Equal(AccessVerdict.ImplicitlyDenied, Verdict(policies with { ServiceControlPolicies = [new("root", [])] }, "s3:GetObject", Cat, Alice));
    }

    // organizations/latest/userguide/orgs_manage_policies_rcps.html.
    [Fact]
    public void Resource_control_policies_only_deny_and_only_where_they_are_supported()
    {
        NamedPolicy strangers = Policy("'Effect': 'Deny', 'Principal': '*', 'Action': '*', 'Resource': '*', 'Condition': { 'StringNotEqualsIfExists': { 'aws:PrincipalAccount': '111111111111' }, 'BoolIfExists': { 'aws:PrincipalIsAWSService': 'false' } }", "strangers");
        PolicySet policies = new()
        {
            IdentityPolicies = [Everything()],
            ResourcePolicy = Everything("'Principal': '*',"),
            ResourceControlPolicies = [new("root", [strangers])],
        };
        const string Dave = "arn:aws:iam::222222222222:user/dave";
        Assert.Equal(AccessVerdict.Allowed, Verdict(policies, "s3:GetObject", Cat, Alice, "111111111111"));
        Assert.Equal(AccessVerdict.ExplicitlyDenied, Verdict(policies, "s3:GetObject", Cat, Dave, "111111111111"));
        Assert.Equal(AccessVerdict.ExplicitlyDenied, Verdict(policies, "s3:GetObject", Cat, "Anonymous", "111111111111"));
        Assert.Equal(AccessVerdict.Allowed, Verdict(policies, "s3:GetObject", Cat, "cloudtrail.amazonaws.com", "111111111111"));
        Assert.Equal(AccessVerdict.Allowed, Verdict(policies, "sns:Publish", "arn:aws:sns:us-east-1:111111111111:t", Dave));
        Assert.Equal(AccessVerdict.Allowed, Verdict(policies with { ManagementAccount = "111111111111" }, "s3:GetObject", Cat, Dave, "111111111111"));
    }

    // vpc/latest/privatelink/vpc-endpoints-access.html.
    [Fact]
    public void The_policy_of_an_endpoint_must_allow_as_well()
    {
        PolicySet policies = new() { IdentityPolicies = [Everything()], VpcEndpointPolicy = Policy("'Effect': 'Allow', 'Principal': '*', 'Action': 's3:GetObject', 'Resource': 'arn:aws:s3:::photos/*'") };
        Assert.Equal(AccessVerdict.Allowed, Verdict(policies, "s3:GetObject", Cat, Alice));
        Assert.Equal(PolicyType.VpcEndpoint, Of(policies, "s3:PutObject", Cat, Alice).DecidedBy);
    }

    // reference_policies_elements_notprincipal.html: Bob, and the assumed-role user cross-account-audit-app.
    [Theory]
    [InlineData("'arn:aws:iam::444455556666:user/Bob', 'arn:aws:iam::444455556666:root'", "arn:aws:iam::444455556666:user/Bob", AccessVerdict.Allowed)]
    [InlineData("'arn:aws:iam::444455556666:user/Bob'", "arn:aws:iam::444455556666:user/Bob", AccessVerdict.ExplicitlyDenied)]
    [InlineData("'arn:aws:iam::444455556666:user/Bob', 'arn:aws:iam::444455556666:root'", "arn:aws:iam::444455556666:user/Eve", AccessVerdict.ExplicitlyDenied)]
    [InlineData("'arn:aws:sts::444455556666:assumed-role/reader/audit', 'arn:aws:iam::444455556666:role/reader', 'arn:aws:iam::444455556666:root'", "arn:aws:sts::444455556666:assumed-role/reader/audit", AccessVerdict.Allowed)]
    [InlineData("'arn:aws:sts::444455556666:assumed-role/reader/audit', 'arn:aws:iam::444455556666:root'", "arn:aws:sts::444455556666:assumed-role/reader/audit", AccessVerdict.ExplicitlyDenied)]
    public void NotPrincipal_with_Deny_spares_only_who_is_named_at_every_level(string named, string principal, AccessVerdict wanted)
    {
        PolicySet policies = new() { IdentityPolicies = [Everything()], ResourcePolicy = Policy($"'Effect': 'Deny', 'NotPrincipal': {{ 'AWS': [{named}] }}, 'Action': 's3:*', 'Resource': '*'") };
        Assert.Equal(wanted, Verdict(policies, "s3:GetObject", Cat, principal));
    }

    // reference_policies_elements_notresource.html: HRPayroll; reference_policies_elements_notaction.html.
    [Fact]
    public void NotResource_and_NotAction_stand_for_all_the_others()
    {
        PolicySet policies = Identity(
            "'Effect': 'Deny', 'Action': 's3:*', 'NotResource': ['arn:aws:s3:::HRBucket/Payroll', 'arn:aws:s3:::HRBucket/Payroll/*']",
            "'Effect': 'Allow', 'NotAction': 'iam:*', 'Resource': '*'");
        Assert.Equal(AccessVerdict.Allowed, Verdict(policies, "s3:GetObject", "arn:aws:s3:::HRBucket/Payroll/may", Alice));
        Assert.Equal(AccessVerdict.ExplicitlyDenied, Verdict(policies, "s3:GetObject", "arn:aws:s3:::HRBucket/Other", Alice));
        Assert.Equal(AccessVerdict.Allowed, Verdict(policies, "ec2:RunInstances", "*", Alice));
        Assert.Equal(AccessVerdict.ImplicitlyDenied, Verdict(policies, "iam:CreateUser", "*", Alice));
    }

    // reference_policies_elements_resource.html, 'Using wildcards in resource ARNs'.
    [Theory]
    [InlineData("1/test/object.jpg", true)]
    [InlineData("1/2/test/object.jpg", true)]
    [InlineData("1/2/3/test/4/object.jpg", true)]
    [InlineData("1///test///object.jpg", true)]
    [InlineData("1/test/.jpg", true)]
    [InlineData("/test/object.jpg", true)]
    [InlineData("1/test/", true)]
    [InlineData("1-test/object.jpg", false)]
    [InlineData("test/object.jpg", false)]
    [InlineData("1/2/test.jpg", false)]
    public void A_star_takes_in_slashes(string key, bool wanted) =>
        Assert.Equal(wanted, Allows("'Effect': 'Allow', 'Action': 's3:*', 'Resource': 'arn:aws:s3:::DOC-EXAMPLE-BUCKET/*/test/*'", "s3:GetObject", $"arn:aws:s3:::DOC-EXAMPLE-BUCKET/{key}"));

    // reference_policies_variables.html.
    [Fact]
    public void Variables_take_the_value_of_the_request_or_their_default()
    {
        string own = "'Effect': 'Allow', 'Action': 's3:*', 'Resource': 'arn:aws:s3:::mybucket/${aws:username}/*'";
        Assert.True(Allows(own, "s3:GetObject", "arn:aws:s3:::mybucket/alice/a"));
        Assert.False(Allows(own, "s3:GetObject", "arn:aws:s3:::mybucket/bob/a"));
        Assert.Equal("aws:username", Of(Identity(own), "s3:GetObject", "arn:aws:s3:::mybucket/alice/a", Session).MissingContextKey);

        string team = "'Effect': 'Allow', 'Action': 's3:*', 'Resource': 'arn:aws:s3:::DOC-${aws:PrincipalTag/team, \u0027company-wide\u0027}'".Replace("\u0027company-wide\u0027", "\\u0027company-wide\\u0027", StringComparison.Ordinal);
        Assert.True(Allows(team, "s3:ListBucket", "arn:aws:s3:::DOC-yellow", ("aws:PrincipalTag/team", "yellow")));
        Assert.True(Allows(team, "s3:ListBucket", "arn:aws:s3:::DOC-company-wide"));
        Assert.False(Allows(team, "s3:ListBucket", "arn:aws:s3:::DOC-company-wide", ("aws:PrincipalTag/team", "yellow")));
    }

    // reference_policies_variables.html: 'Earlier versions of the policy language don't support policy variables.'
    [Fact]
    public void The_version_of_2008_has_no_variables()
    {
        PolicySet policies = new() { IdentityPolicies = [Policy("'Effect': 'Allow', 'Action': 's3:*', 'Resource': 'arn:aws:s3:::b/${aws:username}'", version: "2008-10-17")] };
        Assert.Equal(AccessVerdict.ImplicitlyDenied, Verdict(policies, "s3:GetObject", "arn:aws:s3:::b/alice", Alice));
        Assert.Equal(AccessVerdict.Allowed, Verdict(policies, "s3:GetObject", "arn:aws:s3:::b/${aws:username}", Alice));
    }

    // reference_policies_condition-keys.html, aws:MultiFactorAuthPresent.
    [Theory]
    [InlineData("Bool", null, AccessVerdict.Allowed)]
    [InlineData("Bool", "false", AccessVerdict.ExplicitlyDenied)]
    [InlineData("BoolIfExists", null, AccessVerdict.ExplicitlyDenied)]
    [InlineData("BoolIfExists", "true", AccessVerdict.Allowed)]
    public void Only_BoolIfExists_denies_long_term_keys_too(string name, string? mfa, AccessVerdict wanted)
    {
        PolicySet policies = Identity("'Effect': 'Allow', 'Action': '*', 'Resource': '*'", $"'Effect': 'Deny', 'Action': '*', 'Resource': '*', 'Condition': {{ '{name}': {{ 'aws:MultiFactorAuthPresent': 'false' }} }}");
        AccessDecision decision = Of(policies, "ec2:StopInstances", "*", Alice, null, mfa is null ? [] : [("aws:MultiFactorAuthPresent", mfa)]);
        Assert.Equal(wanted, decision.Decision);
        Assert.Equal(mfa is null && wanted == AccessVerdict.ExplicitlyDenied ? "aws:MultiFactorAuthPresent" : null, decision.MissingContextKey);
    }

    // reference_policies_elements_condition_operators.html, 'ARN condition operators'.
    [Theory]
    [InlineData("StringLike", true)]
    [InlineData("ArnLike", false)]
    [InlineData("ArnEquals", false)]
    public void Arn_operators_compare_part_by_part(string name, bool wanted) => Assert.Equal(wanted, Allows(
        $"'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': {{ '{name}': {{ 'aws:SourceArn': 'arn:aws:someservice:*:111122223333:finance/*' }} }}",
        "sqs:SendMessage",
        "*",
        ("aws:SourceArn", "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt")));

    // reference_policies_multi-value-conditions.html, the table Thread.
    [Theory]
    [InlineData("ForAllValues:StringEquals", "Message,Tags", true)]
    [InlineData("ForAllValues:StringEquals", "Message,UserName", false)]
    [InlineData("ForAllValues:StringEquals", "", true)]
    [InlineData("ForAnyValue:StringEquals", "Message,UserName", true)]
    [InlineData("ForAnyValue:StringEquals", "UserName", false)]
    [InlineData("ForAnyValue:StringEquals", "", false)]
    public void Set_operators_compare_sets(string name, string attributes, bool wanted) => Assert.Equal(wanted, Allows(
        $"'Effect': 'Allow', 'Action': 'dynamodb:GetItem', 'Resource': 'arn:aws:dynamodb:*:*:table/Thread', 'Condition': {{ '{name}': {{ 'dynamodb:Attributes': ['ID', 'Message', 'Tags'] }} }}",
        "dynamodb:GetItem",
        "arn:aws:dynamodb:us-east-1:111111111111:table/Thread",
        ("dynamodb:Attributes", attributes.Split(',', StringSplitOptions.RemoveEmptyEntries))));
}
