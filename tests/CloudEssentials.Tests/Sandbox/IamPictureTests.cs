using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>The whole picture of the account's permissions, which comes in pages over all kinds of entity.</summary>
public sealed class IamPictureTests : IDisposable
{
    private const string Policy = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}}""";
    private const string Trust = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}""";

    private readonly SandboxAccount account = new(new SandboxOptions { Seed = "picture" });
    private readonly WireClient root;

    public IamPictureTests() => root = new WireClient(account);

    public void Dispose()
    {
        root.Dispose();
        account.Dispose();
    }

    [Fact]
    public async Task Pages_of_one_hold_everything_once_and_only_the_managed_policies_in_use()
    {
        await Fill();
        List<string> seen = [];
        string? marker = null;
        do
        {
            WireAnswer page = await root.Iam("GetAccountAuthorizationDetails", [("MaxItems", "1"), .. marker is null ? [] : new[] { ("Marker", marker) }]);
            seen.Add(page.Text("Arn")!);
            marker = page.Text("Marker");
        }
        while (marker is not null);

        Assert.Equal(
            [
                "arn:aws:iam::123456789012:user/alice", "arn:aws:iam::123456789012:group/readers", "arn:aws:iam::123456789012:role/app",
                "arn:aws:iam::123456789012:policy/own", "arn:aws:iam::aws:policy/ReadOnlyAccess",
            ],
            seen);
    }

    [Fact]
    public async Task Each_entity_has_its_groups_policies_profiles_and_documents()
    {
        await Fill();

        WireAnswer all = await root.Iam("GetAccountAuthorizationDetails");
        WireAnswer roles = await root.Iam("GetAccountAuthorizationDetails", ("Filter.member.1", "Role"));

        Assert.Contains("readers", all.Text("GroupList"), StringComparison.Ordinal);
        Assert.Contains("inline", all.Text("UserPolicyList"), StringComparison.Ordinal);
        Assert.Contains("app-profile", roles.Text("InstanceProfileList"), StringComparison.Ordinal);
        Assert.Equal(Uri.EscapeDataString(Trust), roles.Text("AssumeRolePolicyDocument"));
        Assert.Empty(roles.Text("UserDetailList")!);
        Assert.Contains(Uri.EscapeDataString(Policy), all.Text("Policies"), StringComparison.Ordinal);
        Assert.Equal("false", all.Text("IsTruncated"));
    }

    [Fact]
    public async Task A_renamed_group_keeps_its_members_and_who_uses_a_policy_is_listed()
    {
        await Fill();
        await root.Iam("UpdateGroup", ("GroupName", "readers"), ("NewGroupName", "viewers"), ("NewPath", "/team/"));

        WireAnswer group = await root.Iam("GetGroup", ("GroupName", "viewers"));
        WireAnswer users = await root.Iam("ListEntitiesForPolicy", ("PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess"));

        Assert.Equal("arn:aws:iam::123456789012:group/team/viewers", group.Text("Arn"));
        Assert.Equal(["alice"], group.All("UserName"));
        Assert.Equal(["viewers"], users.All("GroupName"));
        Assert.Empty(users.All("UserName"));
    }

    [Fact]
    public async Task Tags_are_added_changed_and_taken_away_for_every_kind()
    {
        await Fill();
        foreach ((string kind, string parameter, string name) in new[]
            {
                ("User", "UserName", "alice"), ("Role", "RoleName", "app"), ("Policy", "PolicyArn", "arn:aws:iam::123456789012:policy/own"),
                ("InstanceProfile", "InstanceProfileName", "app-profile"),
            })
        {
            await root.Iam($"Tag{kind}", (parameter, name), ("Tags.member.1.Key", "Team"), ("Tags.member.1.Value", "red"));
            await root.Iam($"Tag{kind}", (parameter, name), ("Tags.member.1.Key", "team"), ("Tags.member.1.Value", "blue"));
            WireAnswer tagged = await root.Iam($"List{kind}Tags", (parameter, name));
            await root.Iam($"Untag{kind}", (parameter, name), ("TagKeys.member.1", "team"));

            Assert.Equal(["blue"], tagged.All("Value"));
            Assert.Empty((await root.Iam($"List{kind}Tags", (parameter, name))).All("Value"));
        }
    }

    [Fact]
    public async Task A_services_own_role_cannot_be_changed_but_by_the_service()
    {
        WireAnswer made = await root.Iam("CreateServiceLinkedRole", ("AWSServiceName", "autoscaling.amazonaws.com"));
        WireAnswer changed = await root.Iam("UpdateAssumeRolePolicy", ("RoleName", "AWSServiceRoleForAutoScaling"), ("PolicyDocument", Trust));
        WireAnswer deleted = await root.Iam("DeleteServiceLinkedRole", ("RoleName", "AWSServiceRoleForAutoScaling"));

        Assert.Equal("arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling", made.Text("Arn"));
        Assert.Equal((400, "UnmodifiableEntity"), (changed.Status, changed.Code));
        Assert.Equal("SUCCEEDED", (await root.Iam("GetServiceLinkedRoleDeletionStatus", ("DeletionTaskId", deleted.Text("DeletionTaskId")!))).Text("Status"));
    }

    [Fact]
    public async Task A_role_in_an_instance_profile_stays()
    {
        await Fill();

        Assert.Equal("Cannot delete entity, must remove roles from instance profile first.", (await root.Iam("DeleteRole", ("RoleName", "app"))).Message);
        Assert.Equal("LimitExceeded", (await root.Iam("AddRoleToInstanceProfile", ("RoleName", "app"), ("InstanceProfileName", "app-profile"))).Code);
        Assert.Equal(["app-profile"], (await root.Iam("ListInstanceProfilesForRole", ("RoleName", "app"))).All("InstanceProfileName"));
    }

    private async Task Fill()
    {
        await root.Iam("CreateUser", ("UserName", "alice"));
        await root.Iam("PutUserPolicy", ("UserName", "alice"), ("PolicyName", "inline"), ("PolicyDocument", Policy));
        await root.Iam("CreateGroup", ("GroupName", "readers"));
        await root.Iam("AddUserToGroup", ("GroupName", "readers"), ("UserName", "alice"));
        await root.Iam("AttachGroupPolicy", ("GroupName", "readers"), ("PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess"));
        await root.Iam("CreatePolicy", ("PolicyName", "own"), ("PolicyDocument", Policy));
        await root.Iam("CreateRole", ("RoleName", "app"), ("AssumeRolePolicyDocument", Trust));
        await root.Iam("CreateInstanceProfile", ("InstanceProfileName", "app-profile"));
        await root.Iam("AddRoleToInstanceProfile", ("RoleName", "app"), ("InstanceProfileName", "app-profile"));
    }
}
