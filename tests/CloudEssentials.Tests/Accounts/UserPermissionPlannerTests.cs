using CloudEssentials.Accounts;

namespace CloudEssentials.Tests.Accounts;

public sealed class UserPermissionPlannerTests
{
    private const string Read = """{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }""";
    private const string Own = """{ "Effect": "Allow", "Action": "iam:ChangePassword", "Resource": "arn:aws:iam::*:user/${aws:username}" }""";

    private static UserPermissionPlan Plan(AuthorizationSample sample, string user = "anna", string? group = null)
    {
        AccountAuthorization account = sample.Read();
        return new UserPermissionPlanner(account).Plan(account.FindUser(user)!, group);
    }

    [Fact]
    public void A_group_is_planned_that_holds_what_the_user_held_and_it_is_proved()
    {
        UserPermissionPlan plan = Plan(new AuthorizationSample().Policy("Reader", Read).User("anna", inline: [("own", Own)], attached: ["Reader"]));

        PlannedGroup group = Assert.Single(plan.Groups);
        Assert.True(group.IsNew);
        Assert.Equal("annaPermissions", group.Name);
        Assert.True(plan.Proof.Equivalent);
        Assert.Equal("make the group 'annaPermissions' with Reader, own (inline); add anna to 'annaPermissions'; take Reader, own from anna", plan.ToString());
    }

    [Fact]
    public void A_group_that_holds_just_that_is_joined()
    {
        UserPermissionPlan plan = Plan(new AuthorizationSample().Policy("Reader", Read).Group("readers", attached: ["Reader"]).User("anna", attached: ["Reader"]).User("bert", groups: ["readers"]));

        PlannedGroup group = Assert.Single(plan.Groups);
        Assert.Equal(("readers", false, false), (group.Name, group.IsNew, group.HasUser));
        Assert.True(plan.Proof.Equivalent);
    }

    [Fact]
    public void What_a_group_of_the_user_brings_already_is_just_taken_from_the_user()
    {
        UserPermissionPlan plan = Plan(new AuthorizationSample().Policy("Reader", Read).Group("readers", attached: ["Reader"]).User("anna", groups: ["readers"], attached: ["Reader"]));

        Assert.Empty(plan.Groups);
        Assert.True(plan.Proof.Equivalent);
        Assert.False(plan.IsEmpty);
    }

    [Fact]
    public void Users_who_hold_the_same_get_the_same_group()
    {
        AccountAuthorization account = new AuthorizationSample().Policy("Reader", Read).User("anna", attached: ["Reader"]).User("bert", attached: ["Reader"]).Read();
        UserPermissionPlanner planner = new(account);

        UserPermissionPlan plan = planner.Plan(account.FindUser("anna")!);
        PlannedGroup first = Assert.Single(plan.Groups);
        Assert.True(planner.Plan(account.FindUser("bert")!).Groups[0].IsNew, "nothing was made yet");
        planner.Note(plan);
        UserPermissionPlan second = planner.Plan(account.FindUser("bert")!);

        Assert.Equal(("Reader", true), (first.Name, first.IsNew));
        Assert.Equal(("Reader", false), (second.Groups[0].Name, second.Groups[0].IsNew));
        Assert.True(second.Proof.Equivalent);
    }

    [Fact]
    public void What_an_earlier_run_began_is_gone_on_with()
    {
        UserPermissionPlan plan = Plan(new AuthorizationSample().Policy("Reader", Read).Group("annaPermissions", attached: ["Reader"]).User("anna", inline: [("own", Own)], attached: ["Reader"]));

        PlannedGroup group = Assert.Single(plan.Groups);
        Assert.Equal(("annaPermissions", false, 0, 1), (group.Name, group.IsNew, group.Attach.Count, group.Put.Count));
        Assert.True(plan.Proof.Equivalent);
    }

    [Fact]
    public void A_named_group_that_grants_more_is_not_proved()
    {
        UserPermissionPlan plan = Plan(new AuthorizationSample().Policy("Reader", Read).Group("wide", inline: [("all", """{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }""")]).User("anna", attached: ["Reader"]), group: "wide");

        Assert.False(plan.Proof.Equivalent);
        Assert.NotEmpty(plan.Proof.OnlyInB);
    }

    [Fact]
    public void A_group_with_others_in_it_is_given_nothing_more()
    {
        CloudException error = Assert.Throws<CloudException>(() =>
            Plan(new AuthorizationSample().Policy("Reader", Read).Group("team").User("anna", attached: ["Reader"]).User("bert", groups: ["team"]), group: "team"));

        Assert.Equal("GroupHasMembers", error.ErrorId);
        Assert.Contains("bert", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_ten_managed_policies_become_two_groups()
    {
        AuthorizationSample sample = new();
        string[] names = [.. Enumerable.Range(1, 12).Select(i => $"P{i}")];
        foreach (string name in names)
            sample.Policy(name, $$"""{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::{{name}}/*" }""");

        UserPermissionPlan plan = Plan(sample.User("anna", attached: names));

        Assert.Equal([("annaPermissions", 10), ("annaPermissions2", 2)], plan.Groups.Select(group => (group.Name, group.Attach.Count)));
        Assert.True(plan.Proof.Equivalent);
    }

    [Fact]
    public void An_eleventh_group_is_refused()
    {
        AuthorizationSample sample = new();
        string[] groups = [.. Enumerable.Range(1, 10).Select(i => $"g{i}")];
        foreach (string group in groups)
            sample.Group(group);

        Assert.Equal("QuotaExceeded", Assert.Throws<CloudException>(() => Plan(sample.User("anna", groups: groups, inline: [("p", Read)]))).ErrorId);
    }

    [Fact]
    public void A_policy_that_cannot_be_read_is_not_moved() =>
        Assert.Equal("PolicyUnreadable", Assert.Throws<CloudException>(() => Plan(new AuthorizationSample().User("anna", inline: [("broken", "\"{ x\"")]))).ErrorId);
}
