using System.Collections;
using CloudEssentials.Operations.Policies;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Generation;
using CloudEssentials.Policies.Validation;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Policies;

public sealed class NewLeastPrivilegePolicyTests
{
    public static TheoryData<string> Tasks => [.. PolicyTaskCatalog.Names];

    [Theory]
    [MemberData(nameof(Tasks))]
    public async Task Every_task_passes_the_modules_own_check(string name)
    {
        Hashtable parameters = [];
        foreach (PolicyTaskParameter parameter in PolicyTaskCatalog.Get(name).Parameters)
            parameters[parameter.Name] = parameter.Example;
        IReadOnlyList<PolicyDocument> policies = await Make(new() { Task = name, TaskParameter = parameters });
        // What is longer than one managed policy may be comes in several.
        Assert.NotEmpty(policies);
        Assert.All(policies, policy => Assert.InRange(policy.MinifiedLength, 1, 6_144));
        Assert.All(policies, policy => Assert.Empty(PolicyValidator.Default.Check(policy, new() { MinimumSeverity = FindingSeverity.Warning })));
    }

    [Fact]
    public async Task A_role_passed_on_everything_is_refused_with_the_finding_and_forced_with_a_warning()
    {
        NewLeastPrivilegePolicyRequest wish = new() { Action = ["iam:PassRole"], Resource = ["*"] };
        CloudException error = await Assert.ThrowsAsync<CloudException>(() => Make(wish));
        Assert.Equal("PolicyRefused", error.ErrorId);
        Assert.Contains("PASS_ROLE_WITH_STAR_IN_RESOURCE", error.Message, StringComparison.Ordinal);

        TestHost host = new();
        Assert.Single(await host.RunAsync(new NewLeastPrivilegePolicy(), wish with { Force = true }));
        Assert.Contains("PASS_ROLE_WITH_STAR_IN_RESOURCE", Assert.Single(host.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_common_wish_becomes_a_condition_of_every_statement()
    {
        PolicyDocument policy = Assert.Single(await Make(new()
        {
            Action = ["s3:GetObject", "s3:ListBucket"],
            Resource = ["arn:aws:s3:::photos/*", "arn:aws:s3:::photos"],
            RequireMfa = true,
            SourceIp = ["203.0.113.0/24", "2001:db8::/32"],
            RequestedRegion = ["eu-west-1"],
            PrincipalOrgId = "o-a1b2c3d4e5",
            Condition = new Hashtable { ["StringEquals"] = new Hashtable { ["aws:SourceVpc"] = new[] { "vpc-0123456789abcdef0", "vpc-0123456789abcdef1" } } },
            Sid = "Photos",
        }));
        Assert.Equal(["Photos", "Photos2"], policy.Statements.Select(statement => statement.Sid));
        Assert.All(policy.Statements, statement => Assert.Equal(
            ["aws:MultiFactorAuthPresent", "aws:PrincipalOrgID", "aws:RequestedRegion", "aws:SourceIp", "aws:SourceVpc"],
            statement.Condition.SelectMany(block => block.Entries).Select(entry => entry.Key).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_policy_of_a_resource_names_who_is_allowed()
    {
        NewLeastPrivilegePolicyRequest wish = new() { Action = ["s3:GetObject"], Resource = ["arn:aws:s3:::photos/*"], PolicyType = PolicyType.Resource };
        Assert.Equal("PrincipalMissing", (await Assert.ThrowsAsync<CloudException>(() => Make(wish))).ErrorId);
        PolicyDocument policy = Assert.Single(await Make(wish with { Principal = ["arn:aws:iam::123456789012:role/app"] }));
        Assert.Equal("AWS", policy.Statements[0].Principal!.Entries[0].Kind);
        Assert.Equal("PrincipalNotAllowed", (await Assert.ThrowsAsync<CloudException>(() => Make(wish with { PolicyType = PolicyType.Identity, Principal = ["*"] }))).ErrorId);
    }

    [Fact]
    public async Task A_trust_policy_has_a_principal_and_no_resource()
    {
        PolicyDocument policy = Assert.Single(await Make(new()
        {
            Action = ["sts:AssumeRole"],
            Resource = ["arn:aws:iam::123456789012:role/app"],
            PolicyType = PolicyType.Trust,
            Principal = ["ec2.amazonaws.com"],
        }));
        Assert.Null(policy.Statements[0].Resource);
        Assert.Equal("Service", policy.Statements[0].Principal!.Entries[0].Kind);
    }

    [Theory]
    [InlineData("SourceIpInvalid", "10.0.0.0/33", null, null, null)]
    [InlineData("RegionInvalid", null, "Ireland", null, null)]
    [InlineData("OrganizationIdInvalid", null, null, "o-1", null)]
    [InlineData("SidInvalid", null, null, null, "not a sid")]
    public async Task A_value_that_cannot_be_right_is_refused_by_name(string errorId, string? ip, string? region, string? organization, string? sid)
    {
        CloudException error = await Assert.ThrowsAsync<CloudException>(() => Make(new()
        {
            Action = ["s3:ListAllMyBuckets"],
            SourceIp = ip is null ? [] : [ip],
            RequestedRegion = region is null ? [] : [region],
            PrincipalOrgId = organization,
            Sid = sid,
        }));
        Assert.Equal(errorId, error.ErrorId);
        Assert.NotNull(error.Remedy);
    }

    [Fact]
    public async Task A_condition_that_is_not_operator_key_value_is_refused()
    {
        NewLeastPrivilegePolicyRequest wish = new() { Action = ["s3:ListAllMyBuckets"], Condition = new Hashtable { ["aws:SourceVpc"] = "vpc-1" } };
        Assert.Equal("ConditionInvalid", (await Assert.ThrowsAsync<CloudException>(() => Make(wish))).ErrorId);
    }

    [Fact]
    public async Task Nothing_wished_is_nothing_made() =>
        Assert.Equal("NothingWished", (await Assert.ThrowsAsync<CloudException>(() => Make(new()))).ErrorId);

    private static Task<List<PolicyDocument>> Make(NewLeastPrivilegePolicyRequest request) => new TestHost().RunAsync(new NewLeastPrivilegePolicy(), request);
}
