using CloudEssentials.Accounts.Access;
using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Tests.Accounts;

public sealed class AccessFinderTests
{
    private const string Everything = """{ "Effect": "Allow", "Action": "*", "Resource": "*" }""";
    private const string DeleteAny = """{ "Sid": "Del", "Effect": "Allow", "Action": "s3:Delete*", "Resource": "*" }""";

    private static PrincipalAccess One(AuthorizationSample sample, string action = "s3:DeleteBucket", string? resource = null, RequestContext? context = null) =>
        Assert.Single(new AccessFinder(sample.Read()).Find(action, resource, null, context));

    [Fact]
    public void Users_get_it_by_their_own_policies_and_by_groups_and_roles_by_theirs()
    {
        AuthorizationSample sample = new AuthorizationSample()
            .Policy("Deleter", DeleteAny)
            .Group("ops", attached: ["Deleter"])
            .User("anna", groups: ["ops"])
            .User("bert", inline: [("own", DeleteAny)])
            .User("carl")
            .Role("app", attached: ["arn:aws:iam::aws:policy/AmazonS3FullAccess"]);

        List<PrincipalAccess> found = [.. new AccessFinder(sample.Read()).Find("s3:DeleteBucket")];

        Assert.Equal(["anna", "bert", "app"], found.Select(access => access.PrincipalName));
        Assert.All(found, access => Assert.Equal(AccessStanding.Allowed, access.Access));
        Assert.Equal("group ops > Deleter: Del", Assert.Single(found[0].Path).ToString());
        Assert.Null(found[1].Path[0].GroupName);
        Assert.Equal("AmazonS3FullAccess", found[2].Path[0].PolicyName);
        Assert.Equal("app", found[2].RoleName);
    }

    [Fact]
    public void A_statement_that_names_an_action_and_a_pattern_for_it_is_one_path_and_statements_keep_their_order()
    {
        PrincipalAccess access = One(new AuthorizationSample().User("anna", inline: [("p", $$"""{{DeleteAny}}, { "Sid": "Both", "Effect": "Allow", "Action": ["s3:DeleteBucket", "s3:Delete*"], "Resource": "*" }, { "Sid": "All", "Effect": "Allow", "Action": "*", "Resource": "*" }""")]));

        Assert.Equal(["Del", "Both", "All"], access.Path.Select(path => path.Statement));
        Assert.Equal(["*"], access.AllowedResource);
    }

    [Fact]
    public void A_Deny_of_everything_stops_and_is_named()
    {
        PrincipalAccess access = One(new AuthorizationSample()
            .Group("ops", inline: [("all", Everything)])
            .User("anna", groups: ["ops"], inline: [("no", """{ "Sid": "NoDelete", "Effect": "Deny", "Action": "s3:DeleteBucket", "Resource": "arn:aws:s3:::*" }""")]));

        Assert.Equal(AccessStanding.Stopped, access.Access);
        AccessStop stop = Assert.Single(access.StoppedBy);
        Assert.Equal(("Deny", "no", "NoDelete", true), (stop.Kind, stop.PolicyName, stop.Statement, stop.IsWhole));
        Assert.Empty(access.AllowedResource);
    }

    [Fact]
    public void A_Deny_of_one_bucket_leaves_the_others()
    {
        AuthorizationSample sample = new AuthorizationSample()
            .User("anna", inline: [("all", Everything), ("no", """{ "Effect": "Deny", "Action": "s3:*", "Resource": ["arn:aws:s3:::ledger", "arn:aws:s3:::ledger/*"] }""")]);

        PrincipalAccess any = One(sample);
        Assert.Equal(AccessStanding.Allowed, any.Access);
        Assert.False(Assert.Single(any.StoppedBy).IsWhole);
        Assert.Equal(AccessStanding.Stopped, One(sample, resource: "arn:aws:s3:::ledger").Access);
        Assert.Equal(AccessStanding.Allowed, One(sample, resource: "arn:aws:s3:::photos").Access);
    }

    [Fact]
    public void A_Deny_of_all_but_one_leaves_the_one()
    {
        AuthorizationSample sample = new AuthorizationSample()
            .User("anna", inline: [("all", """{ "Effect": "Allow", "Action": "s3:*", "Resource": ["arn:aws:s3:::own", "arn:aws:s3:::other"] }"""), ("no", """{ "Effect": "Deny", "Action": "s3:*", "NotResource": ["arn:aws:s3:::own"] }""")]);

        PrincipalAccess access = One(sample);
        Assert.Equal(["arn:aws:s3:::own"], access.AllowedResource);
        Assert.Equal(["arn:aws:s3:::other"], Assert.Single(access.StoppedBy).Resource);
    }

    [Fact]
    public void A_boundary_that_does_not_allow_it_stops()
    {
        AuthorizationSample sample = new AuthorizationSample()
            .Policy("edge", """{ "Effect": "Allow", "Action": "s3:Get*", "Resource": "*" }""")
            .User("anna", inline: [("all", Everything)], boundary: "edge");

        PrincipalAccess access = One(sample);
        Assert.Equal(AccessStanding.Stopped, access.Access);
        Assert.Equal("not allowed by the boundary edge", Assert.Single(access.StoppedBy).ToString());
        Assert.Equal(AccessStanding.Allowed, One(sample, "s3:GetObject").Access);
    }

    [Fact]
    public void A_condition_that_the_policies_do_not_settle_is_told()
    {
        AuthorizationSample sample = new AuthorizationSample()
            .User("anna", inline: [("mfa", """{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } }""")]);

        PrincipalAccess access = One(sample);
        Assert.Equal(AccessStanding.Conditional, access.Access);
        Assert.Equal("aws:MultiFactorAuthPresent Bool true", Assert.Single(access.Path).Condition);
        Assert.Equal(AccessStanding.Allowed, One(sample, context: new([new("aws:MultiFactorAuthPresent", true)])).Access);
        Assert.Empty(new AccessFinder(sample.Read()).Find("s3:DeleteBucket", context: new([new("aws:MultiFactorAuthPresent", false)])));
    }

    [Fact]
    public void A_Deny_without_MFA_makes_it_conditional()
    {
        PrincipalAccess access = One(new AuthorizationSample()
            .User("anna", inline: [("all", Everything), ("mfa", """{ "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } } }""")]));

        Assert.Equal(AccessStanding.Conditional, access.Access);
        Assert.Equal("aws:MultiFactorAuthPresent BoolIfExists false", Assert.Single(access.StoppedBy).Condition);
    }

    [Theory]
    [InlineData("web", 1)]
    [InlineData("ops", 0)]
    [InlineData(null, 0)]
    public void The_tags_of_a_user_settle_conditions_on_them(string? tag, int found)
    {
        AuthorizationSample sample = new AuthorizationSample()
            .Group("all", inline: [("web", """{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalTag/team": "web" } } }""")])
            .User("anna", groups: ["all"], tag: tag);

        Assert.Equal(found, new AccessFinder(sample.Read()).Find("s3:DeleteBucket").Count(access => access.Access == AccessStanding.Allowed));
    }

    [Fact]
    public void A_variable_for_the_name_is_each_users_own()
    {
        AuthorizationSample sample = new AuthorizationSample()
            .Group("all", inline: [("self", """{ "Effect": "Allow", "Action": "iam:CreateAccessKey", "Resource": "arn:aws:iam::*:user/${aws:username}" }""")])
            .User("anna", groups: ["all"])
            .User("bert", groups: ["all"]);
        AccessFinder finder = new(sample.Read());

        Assert.Equal(["anna"], finder.Find("iam:CreateAccessKey", AuthorizationSample.Arn("user", "anna")).Select(access => access.PrincipalName));
        Assert.Equal(["arn:aws:iam::*:user/anna", "arn:aws:iam::*:user/bert"], finder.Find("iam:CreateAccessKey").SelectMany(access => access.AllowedResource));
    }

    [Fact]
    public void A_resource_that_the_action_cannot_act_on_grants_nothing()
    {
        AuthorizationSample sample = new AuthorizationSample().User("anna", inline: [("objects", """{ "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::photos/*" }""")]);

        Assert.Empty(new AccessFinder(sample.Read()).Find("s3:DeleteBucket"));
        Assert.Single(new AccessFinder(sample.Read()).Find("s3:DeleteObject"));
    }

    [Fact]
    public void A_policy_that_does_not_parse_allows_nothing_and_the_others_still_do()
    {
        PrincipalAccess access = One(new AuthorizationSample().User("anna", inline: [("broken", "\"{ nothing\""), ("del", DeleteAny)]));

        Assert.Equal("del", Assert.Single(access.Path).PolicyName);
    }

    [Fact]
    public void Principals_are_chosen_by_name()
    {
        AuthorizationSample sample = new AuthorizationSample().User("anna", inline: [("del", DeleteAny)]).User("bert", inline: [("del", DeleteAny)]);

        Assert.Equal(["bert"], new AccessFinder(sample.Read()).Find("s3:DeleteBucket", null, ["b*"]).Select(access => access.PrincipalName));
    }

    [Fact]
    public void What_the_engine_decides_for_one_principal_is_what_is_found()
    {
        AuthorizationSample sample = new AuthorizationSample()
            .Group("ops", inline: [("a", """{ "Effect": "Allow", "Action": ["s3:Get*", "s3:DeleteBucket"], "Resource": ["arn:aws:s3:::a*", "arn:aws:s3:::b"] }""")])
            .User("anna", groups: ["ops"], inline: [("d", """{ "Effect": "Deny", "NotAction": "s3:Get*", "Resource": "arn:aws:s3:::ab*" }""")]);
        AccessFinder finder = new(sample.Read());
        string[] documents = ["""{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": ["s3:Get*", "s3:DeleteBucket"], "Resource": ["arn:aws:s3:::a*", "arn:aws:s3:::b"] }, { "Effect": "Deny", "NotAction": "s3:Get*", "Resource": "arn:aws:s3:::ab*" } ] }"""];
        CompiledPolicySet engine = CompiledPolicySet.Compile(documents.Select(CloudEssentials.Policies.PolicyDocument.Parse));

        foreach (string bucket in (string[])["a", "ab", "abc", "b", "c"])
        {
            foreach (string action in (string[])["s3:DeleteBucket", "s3:GetBucketAcl", "s3:PutBucketAcl"])
            {
                string arn = $"arn:aws:s3:::{bucket}";
                bool decided = engine.Decide(new(action, arn, AccessPrincipal.Parse(AuthorizationSample.Arn("user", "anna")), AuthorizationSample.AccountId)).IsAllowed;
                Assert.Equal(decided, finder.Find(action, arn).Any(access => access.Access == AccessStanding.Allowed));
            }
        }
    }

    [Fact]
    public void What_a_user_may_do_is_told_by_service_and_access_level()
    {
        AuthorizationSample sample = new AuthorizationSample().User("anna", inline:
        [
            ("lists", """{ "Effect": "Allow", "Action": ["sqs:ListQueues", "sqs:ListDeadLetterSourceQueues", "sqs:SendMessage"], "Resource": "*" }"""),
            ("reads", """{ "Effect": "Allow", "Action": "sns:Get*", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "10.0.0.0/8" } } }"""),
        ]);
        CloudEssentials.Accounts.AccountAuthorization account = sample.Read();

        List<PrincipalServiceAccess> services = [.. new AccessFinder(account).FindServices(account.FindUser("anna")!)];

        Assert.Equal(["sns", "sqs"], services.Select(service => service.Service));
        Assert.EndsWith(", if", services[0].Read, StringComparison.Ordinal);
        Assert.StartsWith("1 of ", services[1].Write, StringComparison.Ordinal);
        Assert.Equal("-", services[1].PermissionsManagement);
        Assert.Equal(["lists"], services[1].Path);
    }

    [Fact]
    public void An_administrator_is_who_may_do_everything_and_is_not_held_back()
    {
        AuthorizationSample sample = new AuthorizationSample()
            .Policy("edge", """{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }""")
            .User("anna", attached: ["arn:aws:iam::aws:policy/AdministratorAccess"])
            .User("bert", inline: [("all", Everything)], boundary: "edge")
            .User("carl", inline: [("mfa", """{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } }""")]);

        Assert.Equal(["anna"], new AccessFinder(sample.Read()).FindAdministrators().Select(identity => identity.Name));
    }
}
