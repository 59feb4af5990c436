using Amazon.EC2;
using Amazon.EC2.Model;
using static CloudEssentials.Tests.Sandbox.Ec2Sandbox;

namespace CloudEssentials.Tests.Sandbox;

public sealed class Ec2TagTests : IDisposable
{
    private readonly Ec2Sandbox sandbox = new();

    private AmazonEC2Client Client => sandbox.Client;

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public async Task Tags_of_any_kind_of_resource_are_added_overwritten_and_taken_away()
    {
        string vpc = await sandbox.Vpc();
        string subnet = await sandbox.Subnet(vpc, "10.1.1.0/24");
        string group = await sandbox.Group(vpc, "web");
        string rule = Assert.Single((await Client.DescribeSecurityGroupRulesAsync(new DescribeSecurityGroupRulesRequest { Filters = [new("group-id", [group])] })).SecurityGroupRules).SecurityGroupRuleId;
        string key = (await Client.CreateKeyPairAsync(new CreateKeyPairRequest("admin") { KeyType = "ed25519" })).KeyPair.KeyPairId;
        List<string> all = [vpc, subnet, group, rule, key, await sandbox.Gateway(), await sandbox.Table(vpc), await sandbox.Address()];

        await Client.CreateTagsAsync(new CreateTagsRequest(all, [new("Application", "one"), new("Stage", "")]));
        await Client.CreateTagsAsync(new CreateTagsRequest(all, [new("Application", "directory")]));

        List<TagDescription> tags = (await Client.DescribeTagsAsync(new DescribeTagsRequest([new("key", ["Application"])]))).Tags;
        Assert.Equal(all.Order(StringComparer.Ordinal), tags.Select(tag => tag.ResourceId));
        Assert.All(tags, tag => Assert.Equal("directory", tag.Value));
        Assert.Equal(
            ["elastic-ip", "internet-gateway", "key-pair", "route-table", "security-group", "security-group-rule", "subnet", "vpc"],
            tags.Select(tag => tag.ResourceType.Value).Order(StringComparer.Ordinal));

        await Client.DeleteTagsAsync(new DeleteTagsRequest([vpc]) { Tags = [new("Application", "other"), new("Stage")] });
        Assert.Equal(["Application"], await Keys(vpc));
        await Client.DeleteTagsAsync(new DeleteTagsRequest([vpc]) { Tags = [new("Application", "directory")] });
        Assert.Empty(await Keys(vpc));
        await Client.DeleteTagsAsync(new DeleteTagsRequest([subnet]) { Tags = [new("Application"), new("Stage", "")] });
        Assert.Empty(await Keys(subnet));
        await Client.DeleteTagsAsync(new DeleteTagsRequest([group, rule]));
        Assert.Empty(await Keys(group));
    }

    [Fact]
    public async Task A_resource_has_fifty_tags()
    {
        string vpc = await sandbox.Vpc();
        await Client.CreateTagsAsync(new CreateTagsRequest([vpc], [.. Enumerable.Range(0, 50).Select(number => new Tag($"key{number}", "v"))]));

        await Refused("TagLimitExceeded", Client.CreateTagsAsync(new CreateTagsRequest([vpc], [new("one more", "v")])));
        await Refused("TagLimitExceeded", Client.CreateVpcAsync(new CreateVpcRequest("10.2.0.0/16")
        {
            TagSpecifications = [new() { ResourceType = "vpc", Tags = [.. Enumerable.Range(0, 51).Select(number => new Tag($"key{number}", "v"))] }],
        }));
        await Client.CreateTagsAsync(new CreateTagsRequest([vpc], [new("key7", "another")]));
        Assert.Equal(50, (await Keys(vpc)).Count);
    }

    [Theory]
    [InlineData("aws:cloudformation:stack-name", "v", "InvalidParameterValue")]
    [InlineData("AWS:x", "v", "InvalidParameterValue")]
    [InlineData("", "v", "InvalidTagKey.Malformed")]
    public async Task Keys_keep_to_rules(string key, string value, string code)
    {
        string vpc = await sandbox.Vpc();

        await Refused(code, Client.CreateTagsAsync(new CreateTagsRequest([vpc], [new(key, value)])));
        await Refused(code, Client.CreateVpcAsync(new CreateVpcRequest("10.2.0.0/16") { TagSpecifications = Tagged("vpc", key, value) }));
    }

    [Fact]
    public async Task Tags_are_not_too_long_and_stand_once()
    {
        string vpc = await sandbox.Vpc();

        await Refused("InvalidParameterValue", Client.CreateTagsAsync(new CreateTagsRequest([vpc], [new(new string('k', 129), "v")])));
        await Refused("InvalidParameterValue", Client.CreateTagsAsync(new CreateTagsRequest([vpc], [new("k", new string('v', 257))])));
        await Refused("InvalidParameterValue", Client.CreateTagsAsync(new CreateTagsRequest([vpc], [new("k", "1"), new("k", "2")])));
        await Client.CreateTagsAsync(new CreateTagsRequest([vpc], [new(new string('k', 128), new string('v', 256)), new("K", "1"), new("k", "2")]));
        Assert.Equal(3, (await Keys(vpc)).Count);
    }

    [Fact]
    public async Task What_is_tagged_must_be_there()
    {
        string vpc = await sandbox.Vpc();

        Assert.Equal(("InvalidID", "The ID 'thing' is not valid"), await Refusal(Tag("thing")));
        await Refused("InvalidVpcID.NotFound", Tag(vpc, "vpc-0123456789abcdef0"));
        await Refused("InvalidSubnetID.NotFound", Tag("subnet-01234567"));
        await Refused("InvalidGroup.NotFound", Tag("sg-01234567"));
        await Refused("InvalidInternetGatewayID.NotFound", Tag("igw-01234567"));
        await Refused("InvalidRouteTableID.NotFound", Tag("rtb-01234567"));
        await Refused("NatGatewayNotFound", Tag("nat-01234567"));
        await Refused("InvalidVpcEndpointId.NotFound", Tag("vpce-01234567"));
        Assert.Empty(await Keys(vpc));

        Task<CreateTagsResponse> Tag(params string[] ids) => Client.CreateTagsAsync(new CreateTagsRequest([.. ids], [new("k", "v")]));
    }

    [Fact]
    public async Task A_call_tags_what_it_creates_and_nothing_else()
    {
        await Refused("InvalidParameterValue", Vpc(new TagSpecification { ResourceType = "subnet", Tags = [new("k", "v")] }));
        await Refused("InvalidParameterValue", Vpc(new TagSpecification { ResourceType = "vpc" }));
        await Refused("InvalidParameterValue", Vpc(new TagSpecification { Tags = [new("k", "v")] }));
        await Refused("InvalidParameterValue", Vpc(new TagSpecification { ResourceType = "vpc", Tags = [new("k", "v")] }, new TagSpecification { ResourceType = "vpc", Tags = [new("l", "v")] }));
        await Refused("InvalidParameterValue", Vpc(new TagSpecification { ResourceType = "dragon", Tags = [new("k", "v")] }));
        Assert.Single((await Client.DescribeVpcsAsync(new DescribeVpcsRequest())).Vpcs);

        Task<CreateVpcResponse> Vpc(params TagSpecification[] specifications) => Client.CreateVpcAsync(new CreateVpcRequest("10.2.0.0/16") { TagSpecifications = [.. specifications] });
    }

    [Theory]
    [InlineData("resource-type", "vpc")]
    [InlineData("value", "direct*")]
    [InlineData("tag:Application", "directory")]
    public async Task Tags_are_found_by_filters(string name, string value)
    {
        string vpc = await sandbox.Vpc();
        await Client.CreateTagsAsync(new CreateTagsRequest([vpc], [new("Application", "directory")]));
        await Client.CreateTagsAsync(new CreateTagsRequest([await sandbox.Gateway()], [new("Application", "other")]));

        Assert.Equal(vpc, Assert.Single((await Client.DescribeTagsAsync(new DescribeTagsRequest([new(name, [value])]))).Tags).ResourceId);
    }

    private async Task<List<string>> Keys(string id) =>
        [.. ((await Client.DescribeTagsAsync(new DescribeTagsRequest([new("resource-id", [id])]))).Tags ?? []).Select(tag => tag.Key)];
}
