using CloudEssentials.Catalog;
using CloudEssentials.Operations.Policies;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Catalog;

public sealed class GetPolicyActionTests
{
    private readonly TestHost _host = new();

    [Fact]
    public async Task A_name_with_a_wildcard_finds_the_actions_of_the_service()
    {
        var found = await FindAsync(new() { Name = ["s3:Get*"] });
        Assert.Contains("s3:GetObject", found);
        Assert.All(found, name => Assert.StartsWith("s3:Get", name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_without_a_service_is_looked_for_in_all_or_in_the_named_one()
    {
        Assert.Contains("s3:GetObject", await FindAsync(new() { Name = ["getobject"] }));
        Assert.Equal(["sqs:SendMessage"], await FindAsync(new() { Name = ["SendMessage"], Service = ["sqs"] }));
        Assert.Empty(await FindAsync(new() { Name = ["s3:GetObject"], Service = ["sqs"] }));
    }

    [Fact]
    public async Task Filters_narrow_one_another()
    {
        var results = await _host.RunAsync(
            new GetPolicyAction(),
            new GetPolicyActionRequest { Service = ["s3"], AccessLevel = [AccessLevel.PermissionsManagement], ResourceType = ["bucket"] });
        Assert.Contains(results, action => action.Action == "s3:PutBucketPolicy");
        Assert.All(results, action => Assert.Equal(AccessLevel.PermissionsManagement, action.AccessLevel));
        Assert.All(results, action => Assert.Contains(action.ResourceType, type => type.TrimEnd('*') == "bucket"));
        Assert.All(results, action => Assert.NotEqual("", action.Description));
    }

    [Fact]
    public async Task A_condition_key_finds_the_actions_that_it_can_hold()
    {
        var found = await FindAsync(new() { Service = ["s3"], ConditionKey = ["s3:prefix"] });
        Assert.Contains("s3:ListBucket", found);
        Assert.DoesNotContain("s3:GetObject", found);
        Assert.Contains("ec2:RunInstances", await FindAsync(new() { Service = ["ec2"], ConditionKey = ["aws:RequestTag/Team"] }));
    }

    [Fact]
    public async Task A_global_key_leaves_no_action_out_and_says_so()
    {
        var all = await FindAsync(new() { Service = ["sqs"] });
        Assert.Equal(all, await FindAsync(new() { Service = ["sqs"], ConditionKey = ["aws:SourceIp"] }));
        Assert.Contains("aws:SourceIp", Assert.Single(_host.Warnings));
    }

    [Fact]
    public async Task Unknown_names_are_errors_that_name_the_nearest_and_the_others_come_through()
    {
        var found = await FindAsync(new() { Name = ["s3:GetObjects", "sqs:SendMessage"] });
        Assert.Equal(["sqs:SendMessage"], found);
        var error = Assert.Single(_host.Errors);
        Assert.Equal("PolicyActionUnknown", error.ErrorId);
        Assert.Contains("did you mean 's3:GetObject'?", error.Message);
        Assert.Equal("s3:GetObjects", error.Target);
        await FindAsync(new() { Service = ["lamda"] });
        Assert.Contains("'lambda'", _host.Errors[1].Message);
        await FindAsync(new() { Service = ["s3"], ConditionKey = ["s3:prefixes"] });
        Assert.Contains("'s3:prefix'", _host.Errors[2].Message);
    }

    [Fact]
    public async Task Without_filters_all_actions_come() => Assert.True((await FindAsync(new())).Count > 22_000);

    private async Task<List<string>> FindAsync(GetPolicyActionRequest request) =>
        [.. (await _host.RunAsync(new GetPolicyAction(), request)).Select(action => action.Action)];
}
