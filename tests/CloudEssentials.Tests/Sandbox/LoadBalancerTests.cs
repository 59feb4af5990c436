using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.Runtime;
using CloudEssentials.Sandbox.Services.Ec2;

namespace CloudEssentials.Tests.Sandbox;

public sealed class LoadBalancerTests : IDisposable
{
    private readonly FleetSandbox fleet = new();

    private AmazonElasticLoadBalancingV2Client Elb => fleet.Elb;

    public void Dispose() => fleet.Dispose();

    [Fact]
    public async Task A_load_balancer_is_provisioned_and_then_active()
    {
        LoadBalancer made = (await Elb.CreateLoadBalancerAsync(new CreateLoadBalancerRequest { Name = "web", Subnets = await fleet.SubnetsAsync() })).LoadBalancers[0];
        fleet.Wait(3);
        LoadBalancer later = (await Elb.DescribeLoadBalancersAsync(new DescribeLoadBalancersRequest { Names = ["web"] })).LoadBalancers[0];

        Assert.Matches("^arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/[0-9a-f]{16}$", made.LoadBalancerArn);
        Assert.Matches(@"^web-\d{10}\.us-east-1\.elb\.amazonaws\.com$", made.DNSName);
        Assert.Equal(("provisioning", "active"), (made.State.Code.Value, later.State.Code.Value));
        Assert.Equal(("internet-facing", "application", "ipv4", "Z35SXDOTRQ7X7K"), (made.Scheme.Value, made.Type.Value, made.IpAddressType.Value, made.CanonicalHostedZoneId));
        Assert.Equal(["us-east-1a", "us-east-1b"], made.AvailabilityZones.Select(zone => zone.ZoneName));
        Assert.Single(made.SecurityGroups);
    }

    [Fact]
    public async Task The_same_again_gives_the_same_and_other_settings_are_refused()
    {
        string first = await fleet.LoadBalancerAsync();
        string second = await fleet.LoadBalancerAsync();

        AmazonServiceException refusal = await Refused("DuplicateLoadBalancerName", () => fleet.LoadBalancerAsync(letters: "ac"));

        Assert.Equal(first, second);
        Assert.Equal("A load balancer with the same name 'web' exists, but with different settings", refusal.Message);
    }

    [Theory]
    [InlineData("a-name-that-is-longer-than-32-chars", "The load balancer name 'a-name-that-is-longer-than-32-chars' cannot be longer than '32' characters")]
    [InlineData("under_score", "The load balancer name 'under_score' can only contain characters that are alphanumeric characters or hyphens(-)")]
    [InlineData("-web", "The load balancer name '-web' cannot begin or end with a hyphen(-)")]
    [InlineData("internal-web", "The load balancer name 'internal-web' cannot begin with 'internal-'")]
    public async Task A_name_that_breaks_the_rules_is_refused(string name, string message)
    {
        List<string> subnets = await fleet.SubnetsAsync();

        AmazonServiceException refusal = await Refused("ValidationError", () => Elb.CreateLoadBalancerAsync(new CreateLoadBalancerRequest { Name = name, Subnets = subnets }));

        Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public async Task Two_zones_are_needed()
    {
        List<string> subnets = await fleet.SubnetsAsync("a");
        string second = string.Empty;
        await fleet.ChangeAsync(state =>
        {
            Ec2Subnet known = NetworkState.Of(state).Subnets[subnets[0]];
            second = state.NewId("subnet-", 17, CloudEssentials.Sandbox.State.IdGenerator.Hexadecimal);
            NetworkState.Of(state).Subnets[second] = known with { Id = second, CidrBlock = "172.31.240.0/24", IsDefaultForZone = false };
        });

        AmazonServiceException one = await Refused("ValidationError", () => Create(subnets));
        AmazonServiceException same = await Refused("InvalidConfigurationRequest", () => Create([.. subnets, second]));
        AmazonServiceException unknown = await Refused("SubnetNotFound", () => Create([.. subnets, "subnet-00000000000000000"]));

        Assert.Equal("At least two subnets in two different Availability Zones must be specified", one.Message);
        Assert.Equal("A load balancer cannot be attached to multiple subnets in the same Availability Zone", same.Message);
        Assert.Equal("The subnet ID 'subnet-00000000000000000' does not exist", unknown.Message);
    }

    [Fact]
    public async Task Subnets_must_have_a_way_to_the_internet_and_room()
    {
        List<string> subnets = await fleet.SubnetsAsync();
        await fleet.ChangeAsync(state => NetworkState.Of(state).Subnets[subnets[0]] = NetworkState.Of(state).Subnets[subnets[0]] with { CidrBlock = "172.31.0.0/29" });
        await Refused("InvalidSubnet", () => Create(subnets));

        await fleet.ChangeAsync(state =>
        {
            NetworkState.Of(state).Subnets[subnets[0]] = NetworkState.Of(state).Subnets[subnets[0]] with { CidrBlock = "172.31.0.0/20" };
            foreach (Ec2InternetGateway gateway in NetworkState.Of(state).InternetGateways.Current.Values.ToList())
            {
                NetworkState.Of(state).InternetGateways[gateway.Id] = gateway with { VpcId = null };
            }
        });

        AmazonServiceException refusal = await Refused("InvalidSubnet", () => Create(subnets));
        LoadBalancer made = (await Elb.CreateLoadBalancerAsync(new CreateLoadBalancerRequest { Name = "inside", Scheme = LoadBalancerSchemeEnum.Internal, Subnets = subnets })).LoadBalancers[0];

        Assert.Matches("^VPC vpc-[0-9a-f]{17} has no internet gateway$", refusal.Message);
        Assert.StartsWith("internal-inside-", made.DNSName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_security_group_must_be_there()
    {
        List<string> subnets = await fleet.SubnetsAsync();
        var request = new CreateLoadBalancerRequest { Name = "web", Subnets = subnets, SecurityGroups = ["sg-00000000000000000"] };

        AmazonServiceException refusal = await Refused("InvalidSecurityGroup", () => Elb.CreateLoadBalancerAsync(request));

        Assert.Equal("The security group 'sg-00000000000000000' does not exist", refusal.Message);
    }

    [Fact]
    public async Task Types_that_the_sandbox_does_not_have_are_refused()
    {
        List<string> subnets = await fleet.SubnetsAsync();

        await Refused("InvalidConfigurationRequest", () => Elb.CreateLoadBalancerAsync(new CreateLoadBalancerRequest { Name = "net", Type = LoadBalancerTypeEnum.Network, Subnets = subnets }));
    }

    [Fact]
    public async Task It_has_network_interfaces_for_a_while_longer_than_it_lives()
    {
        string arn = await fleet.LoadBalancerAsync();
        List<Ec2NetworkInterface> while_ = Interfaces();

        await Elb.DeleteLoadBalancerAsync(new DeleteLoadBalancerRequest { LoadBalancerArn = arn });
        int after = Interfaces().Count;
        fleet.Wait(3);

        Assert.Equal(2, while_.Count);
        Assert.All(while_, made => Assert.Equal(("amazon-elb", $"ELB {arn.Split(":loadbalancer/")[1]}", true), (made.RequesterId, made.Description, made.PublicIp is not null)));
        Assert.Equal((2, 0), (after, Interfaces().Count));
        await Refused("LoadBalancerNotFound", () => Elb.DescribeLoadBalancersAsync(new DescribeLoadBalancersRequest { LoadBalancerArns = [arn] }));
        await Elb.DeleteLoadBalancerAsync(new DeleteLoadBalancerRequest { LoadBalancerArn = arn });
    }

    [Fact]
    public async Task What_it_stands_in_cannot_be_deleted_before_its_interfaces_are_gone()
    {
        string group = (await fleet.Ec2.CreateSecurityGroupAsync(new Amazon.EC2.Model.CreateSecurityGroupRequest { GroupName = "web", Description = "web", VpcId = await fleet.VpcAsync() })).GroupId;
        List<string> subnets = await fleet.SubnetsAsync();
        string arn = (await Elb.CreateLoadBalancerAsync(new CreateLoadBalancerRequest { Name = "web", Subnets = subnets, SecurityGroups = [group] })).LoadBalancers[0].LoadBalancerArn;
        await Refused("DependencyViolation", () => fleet.Ec2.DeleteSubnetAsync(new Amazon.EC2.Model.DeleteSubnetRequest { SubnetId = subnets[0] }));

        await Elb.DeleteLoadBalancerAsync(new DeleteLoadBalancerRequest { LoadBalancerArn = arn });
        await Refused("DependencyViolation", () => fleet.Ec2.DeleteSecurityGroupAsync(new Amazon.EC2.Model.DeleteSecurityGroupRequest { GroupId = group }));
        fleet.Wait(3);

        await fleet.Ec2.DeleteSecurityGroupAsync(new Amazon.EC2.Model.DeleteSecurityGroupRequest { GroupId = group });
        await fleet.Ec2.DeleteSubnetAsync(new Amazon.EC2.Model.DeleteSubnetRequest { SubnetId = subnets[0] });
    }

    [Fact]
    public async Task Deletion_protection_protects()
    {
        string arn = await fleet.LoadBalancerAsync();
        await Elb.ModifyLoadBalancerAttributesAsync(new ModifyLoadBalancerAttributesRequest { LoadBalancerArn = arn, Attributes = [new() { Key = "deletion_protection.enabled", Value = "true" }] });

        AmazonServiceException refusal = await Refused("OperationNotPermitted", () => Elb.DeleteLoadBalancerAsync(new DeleteLoadBalancerRequest { LoadBalancerArn = arn }));

        Assert.Equal($"Load balancer '{arn}' cannot be deleted because deletion protection is enabled", refusal.Message);
    }

    [Theory]
    [InlineData("colour", "blue", "ValidationError")]
    [InlineData("idle_timeout.timeout_seconds", "0", "InvalidConfigurationRequest")]
    [InlineData("routing.http2.enabled", "maybe", "InvalidConfigurationRequest")]
    [InlineData("routing.http.desync_mitigation_mode", "lax", "InvalidConfigurationRequest")]
    public async Task Attributes_that_cannot_be_are_refused(string key, string value, string code)
    {
        string arn = await fleet.LoadBalancerAsync();

        await Refused(code, () => Elb.ModifyLoadBalancerAttributesAsync(new ModifyLoadBalancerAttributesRequest { LoadBalancerArn = arn, Attributes = [new() { Key = key, Value = value }] }));

        List<LoadBalancerAttribute> attributes = (await Elb.DescribeLoadBalancerAttributesAsync(new DescribeLoadBalancerAttributesRequest { LoadBalancerArn = arn })).Attributes;
        Assert.Equal(("19", "60"), ($"{attributes.Count}", attributes.Single(attribute => attribute.Key == "idle_timeout.timeout_seconds").Value));
    }

    [Fact]
    public async Task Subnets_and_security_groups_are_set()
    {
        string arn = await fleet.LoadBalancerAsync();

        SetSubnetsResponse set = await Elb.SetSubnetsAsync(new SetSubnetsRequest { LoadBalancerArn = arn, Subnets = await fleet.SubnetsAsync("bc") });
        AmazonServiceException group = await Refused("InvalidSecurityGroup", () => Elb.SetSecurityGroupsAsync(new SetSecurityGroupsRequest { LoadBalancerArn = arn, SecurityGroups = ["sg-00000000000000000"] }));

        Assert.Equal(["us-east-1b", "us-east-1c"], set.AvailabilityZones.Select(zone => zone.ZoneName));
        Assert.Equal(["us-east-1b", "us-east-1c"], Interfaces().Where(made => made.GoneAt is null).Select(made => made.Zone).Order());
        Assert.Contains("does not exist", group.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_one_makes_the_service_linked_role()
    {
        await fleet.LoadBalancerAsync();

        var role = (await fleet.Sandbox.Root.Iam().GetRoleAsync(new Amazon.IdentityManagement.Model.GetRoleRequest { RoleName = "AWSServiceRoleForElasticLoadBalancing" })).Role;
        Assert.Equal("arn:aws:iam::123456789012:role/aws-service-role/elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing", role.Arn);
    }

    [Fact]
    public async Task Who_makes_the_first_one_needs_leave_to_make_the_role()
    {
        AmazonElasticLoadBalancingV2Client user = (await fleet.Sandbox.UserAsync("ann", """{"Effect":"Allow","Action":"elasticloadbalancing:*","Resource":"*"}""")).LoadBalancing();
        List<string> subnets = await fleet.SubnetsAsync();

        AmazonServiceException refusal = await Refused("AccessDenied", () => user.CreateLoadBalancerAsync(new CreateLoadBalancerRequest { Name = "web", Subnets = subnets }));
        await fleet.LoadBalancerAsync("first");
        await user.CreateLoadBalancerAsync(new CreateLoadBalancerRequest { Name = "web", Subnets = subnets });

        Assert.Contains("is not authorized to perform: iam:CreateServiceLinkedRole on resource: arn:aws:iam::123456789012:role/aws-service-role/elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_at_the_creation_are_a_permission_of_their_own()
    {
        await fleet.LoadBalancerAsync("first");
        string[] statements =
        [
            """{"Effect":"Allow","Action":"elasticloadbalancing:CreateLoadBalancer","Resource":"arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/*"}""",
            """{"Effect":"Allow","Action":"elasticloadbalancing:AddTags","Resource":"*","Condition":{"StringEquals":{"elasticloadbalancing:CreateAction":"CreateLoadBalancer"}}}""",
            """{"Effect":"Allow","Action":"elasticloadbalancing:DeleteLoadBalancer","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/app":"directory"}}}""",
        ];
        AmazonElasticLoadBalancingV2Client user = (await fleet.Sandbox.UserAsync("ann", statements)).LoadBalancing();
        List<string> subnets = await fleet.SubnetsAsync();

        string own = (await user.CreateLoadBalancerAsync(new CreateLoadBalancerRequest { Name = "web", Subnets = subnets, Tags = [new() { Key = "app", Value = "directory" }] })).LoadBalancers[0].LoadBalancerArn;
        string others = await fleet.LoadBalancerAsync("others");

        await Refused("AccessDenied", () => user.AddTagsAsync(new AddTagsRequest { ResourceArns = [own], Tags = [new() { Key = "stage", Value = "test" }] }));
        await Refused("AccessDenied", () => user.DeleteLoadBalancerAsync(new DeleteLoadBalancerRequest { LoadBalancerArn = others }));
        await user.DeleteLoadBalancerAsync(new DeleteLoadBalancerRequest { LoadBalancerArn = own });
    }

    [Fact]
    public async Task A_target_group_has_the_defaults_of_HTTP()
    {
        TargetGroup made = (await Elb.CreateTargetGroupAsync(new CreateTargetGroupRequest { Name = "web", Protocol = "HTTP", Port = 80, VpcId = await fleet.VpcAsync() })).TargetGroups[0];

        Assert.Equal(("HTTP", "traffic-port", "/", 30, 5, 5, 2), (made.HealthCheckProtocol.Value, made.HealthCheckPort, made.HealthCheckPath, made.HealthCheckIntervalSeconds, made.HealthCheckTimeoutSeconds, made.HealthyThresholdCount, made.UnhealthyThresholdCount));
        Assert.Equal(("200", "instance", "HTTP1"), (made.Matcher.HttpCode, made.TargetType.Value, made.ProtocolVersion));
    }

    [Fact]
    public async Task A_target_group_is_made_once_and_other_settings_are_refused()
    {
        string first = await fleet.TargetGroupAsync();
        string second = await fleet.TargetGroupAsync();

        await Refused("DuplicateTargetGroupName", () => fleet.TargetGroupAsync(healthy: 4));

        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData("timeout")]
    [InlineData("path")]
    [InlineData("matcher")]
    [InlineData("port")]
    [InlineData("vpc")]
    [InlineData("name")]
    [InlineData("protocol")]
    [InlineData("threshold")]
    public async Task Settings_of_a_target_group_that_cannot_be_are_refused(string fault)
    {
        var request = new CreateTargetGroupRequest { Name = "web", Protocol = "HTTP", Port = 80, VpcId = await fleet.VpcAsync() };
        switch (fault)
        {
            case "timeout": (request.HealthCheckTimeoutSeconds, request.HealthCheckIntervalSeconds) = (30, 30); break;
            case "path": request.HealthCheckPath = "health"; break;
            case "matcher": request.Matcher = new() { HttpCode = "200-600" }; break;
            case "port": request.HealthCheckPort = "http"; break;
            case "vpc": request.VpcId = "vpc-00000000000000000"; break;
            case "name": request.Name = "a_b"; break;
            case "protocol": request.Protocol = null; break;
            default: request.HealthyThresholdCount = 11; break;
        }

        await Refused("ValidationError", () => Elb.CreateTargetGroupAsync(request));
    }

    [Fact]
    public async Task Attributes_and_checks_of_a_target_group_are_changed()
    {
        string arn = await fleet.TargetGroupAsync();

        TargetGroup changed = (await Elb.ModifyTargetGroupAsync(new ModifyTargetGroupRequest { TargetGroupArn = arn, HealthCheckPath = "/health" })).TargetGroups[0];
        List<TargetGroupAttribute> attributes = (await Elb.ModifyTargetGroupAttributesAsync(new ModifyTargetGroupAttributesRequest { TargetGroupArn = arn, Attributes = [new() { Key = "deregistration_delay.timeout_seconds", Value = "30" }] })).Attributes;

        Assert.Equal(("/health", 10), (changed.HealthCheckPath, changed.HealthCheckIntervalSeconds));
        Assert.Equal("30", attributes.Single(attribute => attribute.Key == "deregistration_delay.timeout_seconds").Value);
        await Refused("InvalidConfigurationRequest", () => Elb.ModifyTargetGroupAttributesAsync(new ModifyTargetGroupAttributesRequest { TargetGroupArn = arn, Attributes = [new() { Key = "deregistration_delay.timeout_seconds", Value = "3601" }] }));
        await Refused("ValidationError", () => Elb.ModifyTargetGroupAttributesAsync(new ModifyTargetGroupAttributesRequest { TargetGroupArn = arn, Attributes = [new() { Key = "idle_timeout.timeout_seconds", Value = "1" }] }));
    }

    [Fact]
    public async Task A_target_group_in_use_stays()
    {
        string group = await fleet.TargetGroupAsync();
        string listener = await fleet.ListenerAsync(await fleet.LoadBalancerAsync(), group);

        AmazonServiceException refusal = await Refused("ResourceInUse", () => Elb.DeleteTargetGroupAsync(new DeleteTargetGroupRequest { TargetGroupArn = group }));
        await Elb.DeleteListenerAsync(new DeleteListenerRequest { ListenerArn = listener });
        await Elb.DeleteTargetGroupAsync(new DeleteTargetGroupRequest { TargetGroupArn = group });

        Assert.Equal($"Target group '{group}' is currently in use by a listener or a rule", refusal.Message);
        await Refused("TargetGroupNotFound", () => Elb.DescribeTargetGroupsAsync(new DescribeTargetGroupsRequest { Names = ["web"] }));
        await Refused("ListenerNotFound", () => Elb.DeleteListenerAsync(new DeleteListenerRequest { ListenerArn = listener }));
    }

    [Fact]
    public async Task A_listener_forwards_and_the_group_knows_its_load_balancer()
    {
        string group = await fleet.TargetGroupAsync();
        string balancer = await fleet.LoadBalancerAsync();
        await fleet.ListenerAsync(balancer, group);

        Listener listener = Assert.Single((await Elb.DescribeListenersAsync(new DescribeListenersRequest { LoadBalancerArn = balancer })).Listeners);
        TargetGroup known = Assert.Single((await Elb.DescribeTargetGroupsAsync(new DescribeTargetGroupsRequest { LoadBalancerArn = balancer })).TargetGroups);

        Assert.Matches("^arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/web/[0-9a-f]{16}/[0-9a-f]{16}$", listener.ListenerArn);
        Assert.Equal((group, group, 1), (listener.DefaultActions[0].TargetGroupArn, listener.DefaultActions[0].ForwardConfig.TargetGroups[0].TargetGroupArn, listener.DefaultActions[0].ForwardConfig.TargetGroups[0].Weight));
        Assert.Equal([balancer], known.LoadBalancerArns);
    }

    [Fact]
    public async Task Listeners_redirect_and_answer_by_themselves()
    {
        string balancer = await fleet.LoadBalancerAsync();

        Listener redirect = await Listen(balancer, 80, new() { Type = ActionTypeEnum.Redirect, RedirectConfig = new() { Protocol = "HTTPS", Port = "443", StatusCode = RedirectActionStatusCodeEnum.HTTP_301 } });
        Listener fixed_ = await Listen(balancer, 81, new() { Type = ActionTypeEnum.FixedResponse, FixedResponseConfig = new() { StatusCode = "503", ContentType = "text/plain", MessageBody = "closed" } });

        Assert.Equal(("#{host}", "/#{path}"), (redirect.DefaultActions[0].RedirectConfig.Host, redirect.DefaultActions[0].RedirectConfig.Path));
        Assert.Equal("503", fixed_.DefaultActions[0].FixedResponseConfig.StatusCode);
        await Refused("InvalidLoadBalancerAction", () => Listen(balancer, 82, new() { Type = ActionTypeEnum.Redirect, RedirectConfig = new() { StatusCode = RedirectActionStatusCodeEnum.HTTP_301 } }));
        await Refused("InvalidLoadBalancerAction", () => Listen(balancer, 82, new() { Type = ActionTypeEnum.FixedResponse }));
        await Refused("ValidationError", () => Listen(balancer, 82, new() { Type = ActionTypeEnum.FixedResponse, FixedResponseConfig = new() { StatusCode = "200", ContentType = "image/png" } }));
    }

    [Fact]
    public async Task A_listener_that_cannot_be_is_refused()
    {
        string balancer = await fleet.LoadBalancerAsync();
        string group = await fleet.TargetGroupAsync();
        await fleet.ListenerAsync(balancer, group);
        string tcp = (await Elb.CreateTargetGroupAsync(new CreateTargetGroupRequest { Name = "tcp", Protocol = "TCP", Port = 80, VpcId = await fleet.VpcAsync() })).TargetGroups[0].TargetGroupArn;
        string other = await fleet.LoadBalancerAsync("other");

        AmazonServiceException duplicate = await Refused("DuplicateListener", () => fleet.ListenerAsync(balancer, group));
        await Refused("TargetGroupNotFound", () => fleet.ListenerAsync(balancer, group + "0", 81));
        await Refused("LoadBalancerNotFound", () => fleet.ListenerAsync(balancer + "0", group, 81));
        await Refused("TargetGroupAssociationLimit", () => fleet.ListenerAsync(other, group));
        await Refused("IncompatibleProtocols", () => fleet.ListenerAsync(balancer, tcp, 81));
        await Refused("UnsupportedProtocol", () => Elb.CreateListenerAsync(new CreateListenerRequest { LoadBalancerArn = balancer, Protocol = "TCP", Port = 81, DefaultActions = [new() { Type = "forward", TargetGroupArn = tcp }] }));
        await Refused("ValidationError", () => Elb.CreateListenerAsync(new CreateListenerRequest { LoadBalancerArn = balancer, Protocol = "HTTPS", Port = 443, DefaultActions = [new() { Type = "forward", TargetGroupArn = group }] }));

        Assert.Equal($"A listener already exists on this port for this load balancer '{balancer}'", duplicate.Message);
    }

    [Fact]
    public async Task A_listener_is_changed()
    {
        string balancer = await fleet.LoadBalancerAsync();
        string listener = await fleet.ListenerAsync(balancer, await fleet.TargetGroupAsync());
        string second = await fleet.TargetGroupAsync("second");

        Listener changed = (await Elb.ModifyListenerAsync(new ModifyListenerRequest { ListenerArn = listener, Port = 8080, DefaultActions = [new() { Type = "forward", TargetGroupArn = second }] })).Listeners[0];

        Assert.Equal((8080, second), (changed.Port, changed.DefaultActions[0].TargetGroupArn));
    }

    [Fact]
    public async Task Deleting_a_load_balancer_deletes_its_listeners()
    {
        string balancer = await fleet.LoadBalancerAsync();
        string group = await fleet.TargetGroupAsync();
        string listener = await fleet.ListenerAsync(balancer, group);

        await Elb.DeleteLoadBalancerAsync(new DeleteLoadBalancerRequest { LoadBalancerArn = balancer });

        await Refused("ListenerNotFound", () => Elb.DescribeListenersAsync(new DescribeListenersRequest { ListenerArns = [listener] }));
        await Elb.DeleteTargetGroupAsync(new DeleteTargetGroupRequest { TargetGroupArn = group });
    }

    [Fact]
    public async Task Tags_of_every_kind_are_added_and_taken()
    {
        string balancer = await fleet.LoadBalancerAsync();
        string group = await fleet.TargetGroupAsync();
        string listener = await fleet.ListenerAsync(balancer, group);
        List<string> all = [balancer, group, listener];

        await Elb.AddTagsAsync(new AddTagsRequest { ResourceArns = all, Tags = [new() { Key = "app", Value = "directory" }, new() { Key = "stage", Value = "test" }] });
        await Elb.RemoveTagsAsync(new RemoveTagsRequest { ResourceArns = all, TagKeys = ["stage"] });

        List<TagDescription> tags = (await Elb.DescribeTagsAsync(new DescribeTagsRequest { ResourceArns = all })).TagDescriptions;
        Assert.Equal(all, tags.Select(description => description.ResourceArn));
        Assert.All(tags, description => Assert.Equal(("app", "directory"), (Assert.Single(description.Tags).Key, description.Tags[0].Value)));
        await Refused("DuplicateTagKeys", () => Elb.AddTagsAsync(new AddTagsRequest { ResourceArns = all, Tags = [new() { Key = "app", Value = "1" }, new() { Key = "app", Value = "2" }] }));
        await Refused("TooManyTags", () => Elb.AddTagsAsync(new AddTagsRequest { ResourceArns = all, Tags = [.. Enumerable.Range(0, 50).Select(number => new Tag { Key = $"k{number}", Value = "v" })] }));
        await Refused("LoadBalancerNotFound", () => Elb.DescribeTagsAsync(new DescribeTagsRequest { ResourceArns = [balancer + "0"] }));
        await Refused("TargetGroupNotFound", () => Elb.DescribeTagsAsync(new DescribeTagsRequest { ResourceArns = [group + "0"] }));
    }

    [Fact]
    public async Task Lists_come_in_pages()
    {
        for (int number = 0; number < 3; number++)
        {
            await fleet.LoadBalancerAsync($"web-{number}");
        }

        DescribeLoadBalancersResponse first = await Elb.DescribeLoadBalancersAsync(new DescribeLoadBalancersRequest { PageSize = 2 });
        DescribeLoadBalancersResponse second = await Elb.DescribeLoadBalancersAsync(new DescribeLoadBalancersRequest { PageSize = 2, Marker = first.NextMarker });

        Assert.Equal((2, 1), (first.LoadBalancers.Count, second.LoadBalancers.Count));
        Assert.Null(second.NextMarker);
        await Refused("ValidationError", () => Elb.DescribeLoadBalancersAsync(new DescribeLoadBalancersRequest { Marker = "nonsense" }));
    }

    private static Task<AmazonServiceException> Refused(string code, Func<Task> call) => SdkSandbox.Refuses(code, call);

    private Task Create(List<string> subnets) => Elb.CreateLoadBalancerAsync(new CreateLoadBalancerRequest { Name = "web", Subnets = subnets });

    private async Task<Listener> Listen(string balancer, int port, Amazon.ElasticLoadBalancingV2.Model.Action action) =>
        (await Elb.CreateListenerAsync(new CreateListenerRequest { LoadBalancerArn = balancer, Protocol = "HTTP", Port = port, DefaultActions = [action] })).Listeners[0];

    private List<Ec2NetworkInterface> Interfaces() => [.. NetworkInterfaces.In(fleet.Account.State, "us-east-1").Where(made => made.RequesterId is not null)];
}
