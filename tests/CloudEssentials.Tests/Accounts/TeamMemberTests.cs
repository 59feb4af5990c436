using CloudEssentials.Accounts;
using CloudEssentials.Aws.Accounts;
using CloudEssentials.Operations.Accounts;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Validation;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Accounts;

public sealed class TeamMemberTests
{
    private static readonly CancellationToken _none = CancellationToken.None;

    public static TheoryData<string> Jobs => [.. JobFunctionCatalog.Names];

    [Theory]
    [MemberData(nameof(Jobs))]
    public async Task Each_job_gets_its_group_with_policies_that_pass_the_check_and_ask_for_MFA(string job)
    {
        PeopleSandbox sandbox = await PeopleSandbox.OpenAsync();

        JobFunctionGroup group = Assert.Single(await sandbox.Host.RunAsync(new NewJobFunctionGroup(), new() { JobFunction = [job] }));

        JobFunction function = JobFunctionCatalog.Get(job);
        Assert.Equal(function.ManagedPolicy.Count, (await sandbox.Members.ManagedPoliciesOfAsync(group.GroupName, _none)).Count);
        Assert.Equal(function.Task.Order(), (await sandbox.Members.InlinePoliciesOfAsync(group.GroupName, _none)).Order());
        Assert.Contains(function.InlinePolicies(), policy => MfaRule.IsIn(policy.Value));
        Assert.All(function.InlinePolicies(), policy => Assert.Empty(PolicyValidator.Default.Check(policy.Value, new() { MinimumSeverity = FindingSeverity.SecurityWarning })));
        Assert.True(function.InlinePolicies().Sum(policy => policy.Value.MinifiedLength) <= 5_120);
    }

    [Fact]
    public async Task Making_a_group_again_changes_nothing_and_mends_what_is_missing()
    {
        PeopleSandbox sandbox = await PeopleSandbox.OpenAsync();
        NewJobFunctionGroupRequest request = new() { JobFunction = ["Developer"] };
        await sandbox.Host.RunAsync(new NewJobFunctionGroup(), request);
        await sandbox.Members.PutInlinePolicyAsync("Developers", TaskPolicies.RequireMfa, PolicyDocument.Parse("""{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"s3:*","Resource":"*"}}"""), _none);

        JobFunctionGroup mended = Assert.Single(await sandbox.Host.RunAsync(new NewJobFunctionGroup(), request));
        JobFunctionGroup again = Assert.Single(await sandbox.Host.RunAsync(new NewJobFunctionGroup(), request));

        Assert.Equal("Write the inline policy: Developers: RequireMfa", Assert.Single(mended.Change));
        Assert.Empty(again.Change);
    }

    [Fact]
    public async Task A_new_member_has_no_permission_of_their_own_and_may_do_nothing_without_MFA()
    {
        PeopleSandbox sandbox = await WithDevelopersAsync();

        TeamMember ana = Assert.Single(await sandbox.Host.RunAsync(new NewTeamMember(), new() { UserName = "ana", Group = ["Developers"], Programmatic = true }));

        Assert.Equal(("Developers", "SecretAccessKey"), (ana.MfaRequiredBy, ana.Secrets));
        PrincipalPolicies policies = await new PrincipalPolicyReader(sandbox.Account.Connection!).ReadUserAsync("ana", _none);
        Assert.All(policies.IdentityPolicies, policy => Assert.Contains(policy.Name, (string[])["PowerUserAccess", "Developers/RequireMfa", "Developers/SelfServiceCredential"]));
        CloudException refused = await Refusal(() => sandbox.Host.RunAsync(new GetAccountPasswordPolicy(), new() { AccessKey = ana.AccessKeyId, SecretKey = ana.SecretAccessKey }), () => sandbox.Host.RunAsync(new GetMfaDevice(), new() { AccessKey = ana.AccessKeyId, SecretKey = ana.SecretAccessKey }));
        Assert.Equal("AccessDenied", refused.ErrorId);
    }

    [Fact]
    public async Task A_group_that_asks_for_no_MFA_is_joined_by_one_that_does()
    {
        PeopleSandbox sandbox = await PeopleSandbox.OpenAsync();
        await sandbox.Members.CreateGroupAsync("plain", _none);

        TeamMember ana = Assert.Single(await sandbox.Host.RunAsync(new NewTeamMember(), new() { UserName = "ana", Group = ["plain"] }));

        Assert.Equal("MfaRequired", ana.MfaRequiredBy);
        Assert.Equal(["MfaRequired", "plain"], (await sandbox.Members.GroupsOfAsync("ana", _none)).Order());
    }

    [Fact]
    public async Task Credentials_are_given_once_and_stand_in_no_stream_and_no_text()
    {
        PeopleSandbox sandbox = await WithDevelopersAsync();
        NewTeamMemberRequest request = new() { UserName = "ana", Group = ["Developers"], Console = true, Programmatic = true };

        TeamMember first = Assert.Single(await sandbox.Host.RunAsync(new NewTeamMember(), request));
        TeamMember second = Assert.Single(await sandbox.Host.RunAsync(new NewTeamMember(), request));

        Assert.Empty(PasswordPolicyCheck.Violations(new() { IsDefault = true }, first.InitialPassword!, ["ana"]));
        Assert.Equal((null, null, "none"), (second.InitialPassword, second.SecretAccessKey, second.Secrets));
        Assert.Empty(second.Change);
        string everything = string.Join('\n', [.. sandbox.Host.Verbose, .. sandbox.Host.Warnings, .. sandbox.Host.Asked.Select(asked => $"{asked}"), .. sandbox.Host.Progress.Select(progress => $"{progress}"), $"{first}", .. first.Change]);
        Assert.DoesNotContain(first.InitialPassword!, everything, StringComparison.Ordinal);
        Assert.DoesNotContain(first.SecretAccessKey!, everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIf_makes_nothing()
    {
        PeopleSandbox sandbox = await PeopleSandbox.OpenAsync();
        await sandbox.Members.CreateGroupAsync("plain", _none);
        TestHost careful = await sandbox.ShellAsync(new() { ShouldProcess = (_, _) => false });

        Assert.Empty(await careful.RunAsync(new NewTeamMember(), new() { UserName = "ana", Group = ["plain"], Console = true, Programmatic = true }));
        Assert.Empty(await careful.RunAsync(new NewJobFunctionGroup(), new() { JobFunction = ["Billing"] }));

        Assert.Null(await sandbox.Members.FindUserAsync("ana", _none));
        Assert.Null(await sandbox.Members.FindGroupAsync("MfaRequired", _none));
        Assert.Null(await sandbox.Members.FindGroupAsync("Billing", _none));
        Assert.Contains(careful.Asked, asked => asked == ("ana", "Create the user"));
    }

    [Fact]
    public async Task A_failure_half_way_says_what_stands_and_a_second_run_goes_on()
    {
        PeopleSandbox sandbox = await WithDevelopersAsync();
        (string id, string secret) = await LimitedKeyAsync(sandbox);
        NewTeamMemberRequest request = new() { UserName = "ana", Group = ["Developers"] };

        CloudException failed = await Assert.ThrowsAsync<CloudException>(() => sandbox.Host.RunAsync(new NewTeamMember(), request with { AccessKey = id, SecretKey = secret }));
        TeamMember ana = Assert.Single(await sandbox.Host.RunAsync(new NewTeamMember(), request));

        Assert.Equal("ChangeIncomplete", failed.ErrorId);
        Assert.Contains("Create the user: ana", failed.Message, StringComparison.Ordinal);
        Assert.Equal("Add the user to the group: ana: Developers", Assert.Single(ana.Change));
    }

    [Fact]
    public async Task A_password_that_was_made_is_handed_out_before_the_error_that_came_after_it()
    {
        PeopleSandbox sandbox = await WithDevelopersAsync();
        (string id, string secret) = await LimitedKeyAsync(sandbox, "iam:CreateAccessKey");
        NewTeamMemberRequest request = new() { UserName = "ana", Group = ["Developers"], Console = true, Programmatic = true, AccessKey = id, SecretKey = secret };
        List<TeamMember> given = [];

        CloudException failed = await Assert.ThrowsAsync<CloudException>(async () =>
        {
            await foreach (TeamMember member in new NewTeamMember().RunAsync(request, sandbox.Host, _none))
                given.Add(member);
        });

        Assert.Equal("InitialPassword", Assert.Single(given).Secrets);
        Assert.Equal("ChangeIncomplete", failed.ErrorId);
        Assert.DoesNotContain(given[0].InitialPassword!, failed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_developer_becomes_an_auditor_and_repeating_it_changes_nothing()
    {
        PeopleSandbox sandbox = await WithDevelopersAsync();
        await sandbox.Host.RunAsync(new NewJobFunctionGroup(), new() { JobFunction = ["SecurityAuditor"] });
        await sandbox.Host.RunAsync(new NewTeamMember(), new() { UserName = "ana", Group = ["Developers"] });
        MoveTeamMemberRequest request = new() { UserName = ["ana"], From = "Developers", To = "SecurityAuditors" };

        TeamMove move = Assert.Single(await sandbox.Host.RunAsync(new MoveTeamMember(), request));
        TeamMove again = Assert.Single(await sandbox.Host.RunAsync(new MoveTeamMember(), request));

        Assert.Equal(["Add the user to the group: ana: SecurityAuditors", "Take the user out of the group: ana: Developers"], move.Change);
        Assert.Equal(["SecurityAuditors"], await sandbox.Members.GroupsOfAsync("ana", _none));
        Assert.Empty(again.Change);
    }

    [Fact]
    public async Task Who_declines_to_join_does_not_leave()
    {
        PeopleSandbox sandbox = await WithDevelopersAsync();
        await sandbox.Members.CreateGroupAsync("other", _none);
        await sandbox.Host.RunAsync(new NewTeamMember(), new() { UserName = "ana", Group = ["Developers"] });
        TestHost careful = await sandbox.ShellAsync(new() { ShouldProcess = (_, action) => !action.StartsWith("Add", StringComparison.Ordinal) });

        Assert.Empty(await careful.RunAsync(new MoveTeamMember(), new() { UserName = ["ana"], From = "Developers", To = "other" }));

        Assert.Equal(["Developers"], await sandbox.Members.GroupsOfAsync("ana", _none));
    }

    [Fact]
    public async Task One_user_who_is_not_there_is_one_error_and_the_others_move()
    {
        PeopleSandbox sandbox = await WithDevelopersAsync();
        await sandbox.Members.CreateGroupAsync("other", _none);
        await sandbox.Host.RunAsync(new NewTeamMember(), new() { UserName = "ana", Group = ["Developers"] });

        List<TeamMove> moves = await sandbox.Host.RunAsync(new MoveTeamMember(), new() { UserName = ["nobody", "ana"], From = "Developers", To = "other" });

        Assert.Equal("ana", Assert.Single(moves).UserName);
        Assert.Contains("nobody", Assert.Single(sandbox.Host.Errors).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BoolIfExists", "*", true)]
    [InlineData("Bool", "*", false)]
    [InlineData("BoolIfExists", "arn:aws:s3:::photos/*", false)]
    public void A_rule_that_keys_for_long_use_slip_through_is_none(string conditionOperator, string resource, bool isRule)
    {
        string policy = $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Deny","NotAction":"iam:*","Resource":"{{{resource}}}","Condition":{"{{{conditionOperator}}}":{"aws:MultiFactorAuthPresent":"false" } } } }""";

        Assert.Equal(isRule, MfaRule.IsIn(PolicyDocument.Parse(policy)));
    }

    private static async Task<PeopleSandbox> WithDevelopersAsync()
    {
        PeopleSandbox sandbox = await PeopleSandbox.OpenAsync();
        await sandbox.Host.RunAsync(new NewJobFunctionGroup(), new() { JobFunction = ["Developer"] });
        return sandbox;
    }

    // What one needs to set a device up is allowed; listing the users of the account is not.
    private static async Task<CloudException> Refusal(Func<Task> allowed, Func<Task> denied)
    {
        await allowed();
        return Operations.CloudErrors.From(await Assert.ThrowsAnyAsync<Exception>(denied));
    }

    private static async Task<(string Id, string Secret)> LimitedKeyAsync(PeopleSandbox sandbox, string denied = "iam:AddUserToGroup")
    {
        await sandbox.Members.CreateGroupAsync("limited", _none);
        await sandbox.Members.PutInlinePolicyAsync(
            "limited",
            "limited",
            PolicyDocument.Parse($$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:*","Resource":"*"},{"Effect":"Deny","Action":"{{denied}}","Resource":"*"}]}"""),
            _none);
        await sandbox.Members.CreateUserAsync("clerk", _none);
        await sandbox.Members.AddAsync("clerk", "limited", _none);
        return await sandbox.Members.CreateAccessKeyAsync("clerk", _none);
    }
}
