using CloudEssentials.Accounts.Access;

namespace CloudEssentials.Tests.Accounts;

public sealed class EscalationFinderTests
{
    private static List<EscalationPath> Find(AuthorizationSample sample) => [.. new EscalationFinder(sample.Read()).Find()];

    [Fact]
    public void Passing_any_role_to_an_instance_is_a_path_from_the_user_to_what_becomes_possible()
    {
        EscalationPath path = Assert.Single(Find(new AuthorizationSample()
            .Policy("Deploy", """{ "Effect": "Allow", "Action": ["iam:PassRole", "ec2:RunInstances"], "Resource": "*" }""")
            .Group("devs", attached: ["Deploy"])
            .User("anna", groups: ["devs"])
            .Role("web")
            .Role("fn", trustedService: "lambda.amazonaws.com")));

        Assert.Equal("user anna -> group devs -> Deploy: statement 1 -> iam:PassRole + ec2:RunInstances -> run an instance with any role", path.ToString());
        Assert.Equal([AuthorizationSample.Arn("role", "web")], path.Target);
        Assert.True(path.IsCertain);
    }

    [Fact]
    public void Actions_in_two_policies_add_up()
    {
        EscalationPath path = Assert.Single(Find(new AuthorizationSample()
            .Group("pass", inline: [("p", """{ "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*" }""")])
            .User("anna", groups: ["pass"], inline: [("run", """{ "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*" }""")])));

        Assert.Equal(["p", "run"], path.Path.Select(step => step.PolicyName));
    }

    [Theory]
    [InlineData("""{ "Effect": "Allow", "Action": ["iam:PassRole", "ec2:RunInstances"], "Resource": "*", "Condition": { "StringEquals": { "iam:PassedToService": "lambda.amazonaws.com" } } }""")]
    [InlineData("""{ "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*" }, { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/web" }""")]
    [InlineData("""{ "Effect": "Allow", "Action": ["iam:PassRole", "ec2:RunInstances"], "Resource": "*" }, { "Effect": "Deny", "Action": "iam:PassRole", "Resource": "*" }""")]
    [InlineData("""{ "Effect": "Allow", "Action": "iam:CreateAccessKey", "Resource": "arn:aws:iam::*:user/${aws:username}" }""")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "*" }""")]
    public void What_gives_nothing_more_is_no_path(string statements) =>
        Assert.Empty(Find(new AuthorizationSample().User("anna", inline: [("p", statements)]).Role("web")));

    [Fact]
    public void Passing_one_role_is_a_path_where_that_role_may_do_everything()
    {
        EscalationPath path = Assert.Single(Find(new AuthorizationSample()
            .User("anna", inline: [("p", """{ "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*" }, { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/boss" }""")])
            .Role("boss", attached: ["arn:aws:iam::aws:policy/AdministratorAccess"])));

        Assert.Equal([AuthorizationSample.Arn("role", "boss")], path.Target);
    }

    [Theory]
    [InlineData("iam:PutUserPolicy", "arn:aws:iam::111122223333:user/anna", true)]
    [InlineData("iam:PutUserPolicy", "arn:aws:iam::111122223333:user/bert", false)]
    [InlineData("iam:AttachUserPolicy", "arn:aws:iam::*:user/${aws:username}", true)]
    [InlineData("iam:CreateAccessKey", "arn:aws:iam::111122223333:user/anna", false)]
    public void Changing_ones_own_policies_is_a_path_though_nobody_else_is_in_reach(string action, string resource, bool isPath)
    {
        List<EscalationPath> found = Find(new AuthorizationSample()
            .User("anna", inline: [("p", $$"""{ "Effect": "Allow", "Action": "{{action}}", "Resource": "{{resource}}" }""")])
            .User("bert")
            .User("boss", attached: ["arn:aws:iam::aws:policy/AdministratorAccess"]));

        Assert.Equal(isPath ? [AuthorizationSample.Arn("user", "anna")] : [], found.SelectMany(path => path.Target));
    }

    [Fact]
    public void Who_may_change_everybody_has_everybody_for_target()
    {
        EscalationPath path = Assert.Single(Find(new AuthorizationSample()
            .User("anna", inline: [("p", """{ "Effect": "Allow", "Action": "iam:PutUserPolicy", "Resource": "*" }""")])
            .User("bert")));

        Assert.Equal([AuthorizationSample.Arn("user", "anna"), AuthorizationSample.Arn("user", "bert")], path.Target);
    }

    [Fact]
    public void Rewriting_a_policy_that_one_holds_is_a_path_and_rewriting_anothers_is_none()
    {
        AuthorizationSample sample = new AuthorizationSample()
            .Policy("Mine", """{ "Effect": "Allow", "Action": "iam:CreatePolicyVersion", "Resource": "arn:aws:iam::111122223333:policy/Mine" }""")
            .Policy("Theirs", """{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }""")
            .User("anna", attached: ["Mine"])
            .User("bert", inline: [("p", """{ "Effect": "Allow", "Action": "iam:CreatePolicyVersion", "Resource": "arn:aws:iam::111122223333:policy/Theirs" }""")]);

        Assert.Equal(["anna"], Find(sample).Select(path => path.PrincipalName));
    }

    [Fact]
    public void A_condition_leaves_a_path_uncertain()
    {
        EscalationPath path = Assert.Single(Find(new AuthorizationSample()
            .Role("ci", inline: [("p", """{ "Effect": "Allow", "Action": "iam:AttachRolePolicy", "Resource": "*", "Condition": { "StringEquals": { "iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/edge" } } }""")])));

        Assert.False(path.IsCertain);
        Assert.Equal("Role", path.PrincipalType);
    }

    [Fact]
    public void A_boundary_closes_the_path() => Assert.Empty(Find(new AuthorizationSample()
        .Policy("edge", """{ "Effect": "Allow", "Action": "ec2:*", "Resource": "*" }""")
        .User("anna", inline: [("p", """{ "Effect": "Allow", "Action": ["iam:PassRole", "ec2:RunInstances"], "Resource": "*" }""")], boundary: "edge")));
}
