using System.Net;
using System.Net.Sockets;
using Amazon.EC2.Model;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Sandbox;
using CloudEssentials.Sandbox.Services.Ec2;
using States = CloudEssentials.Sandbox.Services.Ec2.InstanceState;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>What a visitor of an instance's web application gets.</summary>
public sealed class Ec2WebTests : IDisposable
{
    private static readonly string CourseScript = DirectoryAppUserData.Script("photos", "us-east-1", AppStartup.CourseScript);
    private static readonly string Service = DirectoryAppUserData.Script("photos", "us-east-1");

    private readonly Ec2Sandbox sandbox = new();
    private readonly HttpClient browser;

    public Ec2WebTests() => browser = new HttpClient(new SandboxHandler(sandbox.Account));

    public void Dispose()
    {
        browser.Dispose();
        sandbox.Dispose();
    }

    [Fact]
    public async Task The_application_answers_once_its_user_data_has_run()
    {
        string id = await Launched(Service);
        Instance instance = await sandbox.Described(id);
        Assert.Equal(SocketError.TimedOut, await Silence(instance));
        sandbox.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(SocketError.ConnectionRefused, await Silence(instance));
        sandbox.Clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Contains($"Instance {id} in us-east-1a", await browser.GetStringAsync(new Uri($"http://{instance.PublicDnsName}/")), StringComparison.Ordinal);
        Assert.Contains("<title>Employee Directory</title>", await browser.GetStringAsync(new Uri($"http://{instance.PublicIpAddress}/")), StringComparison.Ordinal);
        Assert.Equal(SocketError.TimedOut, await Silence(instance, "https"));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task After_a_stop_and_a_start_only_a_service_answers_again(bool service, bool answers)
    {
        string id = await Launched(service ? Service : CourseScript);
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        await browser.GetStringAsync(new Uri($"http://{(await sandbox.Described(id)).PublicDnsName}/"));
        await sandbox.Client.StopInstancesAsync(new StopInstancesRequest([id]));
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        await sandbox.Client.StartInstancesAsync(new StartInstancesRequest([id]));
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(answers, await Answers(await sandbox.Described(id)));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task After_a_reboot_too(bool service, bool answers)
    {
        string id = await Launched(service ? Service : CourseScript);
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        await sandbox.Client.RebootInstancesAsync(new RebootInstancesRequest([id]));
        Assert.False(await Answers(await sandbox.Described(id)));
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(answers, await Answers(await sandbox.Described(id)));
    }

    [Fact]
    public async Task A_closed_port_a_failed_zone_and_a_stopped_instance_give_no_answer()
    {
        string closed = await sandbox.Group((await sandbox.DefaultVpc()).VpcId, "closed");
        string id = await Launched(Service);
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        Instance instance = await sandbox.Described(id);
        Assert.True(await Answers(instance));

        await sandbox.Account.SetZoneAsync("us-east-1a", SandboxZoneState.Impaired);
        Assert.Equal(SocketError.TimedOut, await Silence(instance));
        await sandbox.Account.SetZoneAsync("us-east-1a", SandboxZoneState.Available);
        Assert.True(await Answers(instance));
        await sandbox.Client.ModifyInstanceAttributeAsync(new ModifyInstanceAttributeRequest { InstanceId = id, Groups = [closed] });
        Assert.Equal(SocketError.TimedOut, await Silence(instance));
        await Open(closed, "198.51.100.0/24");
        Assert.False(await Answers(instance));
        await Open(closed, "203.0.113.0/24");
        Assert.True(await Answers(instance));
        await sandbox.Client.StopInstancesAsync(new StopInstancesRequest([id]));
        Assert.Equal(SocketError.TimedOut, await Silence(instance));
    }

    [Theory]
    [InlineData("none", false)]
    [InlineData("public", true)]
    [InlineData("public without address", false)]
    [InlineData("nat", true)]
    [InlineData("nat without way", false)]
    public async Task User_data_does_its_work_only_where_it_reaches_the_internet(string network, bool works)
    {
        string vpc = await sandbox.Vpc();
        string outer = await sandbox.Subnet(vpc, "10.1.1.0/24");
        string inner = await sandbox.Subnet(vpc, "10.1.2.0/24");
        string gateway = await sandbox.Gateway(vpc);
        if (network is not ("none" or "nat without way"))
        {
            await Route(vpc, outer, gateway: gateway);
        }

        if (network.StartsWith("nat", StringComparison.Ordinal))
        {
            string nat = (await sandbox.Client.CreateNatGatewayAsync(new CreateNatGatewayRequest { SubnetId = outer, AllocationId = await sandbox.Address() })).NatGateway.NatGatewayId;
            await Route(vpc, inner, nat: nat);
        }

        string id = await Launched(Service, request =>
        {
            request.SecurityGroupIds = null;
            request.NetworkInterfaces = [new() { DeviceIndex = 0, SubnetId = network.StartsWith("nat", StringComparison.Ordinal) ? inner : outer, AssociatePublicIpAddress = network == "public" }];
        });
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(works, InstanceHealth.Listens(sandbox.Account.State, States.Of(sandbox.Account.State).Instances[id], 80));
    }

    [Fact]
    public async Task A_load_balancers_interface_is_let_in_by_its_group()
    {
        string vpc = (await sandbox.DefaultVpc()).VpcId;
        string balancer = await sandbox.Group(vpc, "balancer");
        string web = await sandbox.Group(vpc, "web");
        await sandbox.Client.AuthorizeSecurityGroupIngressAsync(new AuthorizeSecurityGroupIngressRequest
        {
            GroupId = web,
            IpPermissions = [new() { IpProtocol = "tcp", FromPort = 80, ToPort = 80, UserIdGroupPairs = [new() { GroupId = balancer }] }],
        });
        string id = await Launched(Service, request => request.SecurityGroupIds = [web]);
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        Ec2Instance instance = States.Of(sandbox.Account.State).Instances[id];
        Ec2NetworkInterface own = InstanceLifecycle.InterfacesOf(sandbox.Account.State, instance).First();

        Assert.False(await Answers(await sandbox.Described(id)));
        Assert.False(InstanceHealth.Answers(sandbox.Account.State, instance, 80, own with { SecurityGroupIds = [] }));
        Assert.True(InstanceHealth.Answers(sandbox.Account.State, instance, 80, own with { SecurityGroupIds = [balancer] }));
        Assert.False(InstanceHealth.Answers(sandbox.Account.State, instance, 81, own with { SecurityGroupIds = [balancer] }));
    }

    [Fact]
    public async Task A_changed_script_does_not_run_again()
    {
        string id = await Launched(CourseScript);
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        await sandbox.Client.StopInstancesAsync(new StopInstancesRequest([id]));
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        await sandbox.Client.ModifyInstanceAttributeAsync(new ModifyInstanceAttributeRequest { InstanceId = id, Attribute = "userData", Value = Ec2InstanceTests.Encode(Service) });
        await sandbox.Client.StartInstancesAsync(new StartInstancesRequest([id]));
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.False(await Answers(await sandbox.Described(id)));
    }

    [Fact]
    public async Task A_copy_of_the_account_goes_on_by_itself()
    {
        string id = await Launched(Service);
        await sandbox.Client.CreateLaunchTemplateAsync(new CreateLaunchTemplateRequest { LaunchTemplateName = "web", LaunchTemplateData = new() { InstanceType = "t3.micro" } });
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        Instance instance = await sandbox.Described(id);
        using SandboxAccount copy = sandbox.Account.Copy();
        using var elsewhere = new HttpClient(new SandboxHandler(copy));
        await copy.SetZoneAsync("us-east-1a", SandboxZoneState.Impaired);

        Assert.True(await Answers(instance));
        await Assert.ThrowsAsync<HttpRequestException>(() => elsewhere.GetAsync(new Uri($"http://{instance.PublicDnsName}/")));
        await copy.SetZoneAsync("us-east-1a", SandboxZoneState.Available);
        Assert.Contains(id, await elsewhere.GetStringAsync(new Uri($"http://{instance.PublicDnsName}/")), StringComparison.Ordinal);
        Assert.Equal(States.Of(sandbox.Account.State).Instances[id].UserData, States.Of(copy.State).Instances[id].UserData);
        Assert.Equal("web", Assert.Single(States.Of(copy.State).LaunchTemplates.Current.Values).Name);
        Assert.Equal(States.Of(sandbox.Account.State).Volumes.Current.Values, States.Of(copy.State).Volumes.Current.Values.Select(volume => volume with { Tags = States.Of(sandbox.Account.State).Volumes[volume.Id].Tags }));
    }

    [Fact]
    public async Task An_address_that_nobody_has_gives_no_answer_and_endpoints_of_AWS_are_no_applications()
    {
        HttpRequestException silence = await Assert.ThrowsAsync<HttpRequestException>(() => browser.GetAsync(new Uri("http://ec2-198-18-0-9.eu-west-1.compute.amazonaws.com/")));

        Assert.Equal(SocketError.TimedOut, Assert.IsType<SocketException>(silence.InnerException).SocketErrorCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync(new Uri("https://ec2.us-east-1.amazonaws.com/?Action=DescribeVpcs&Version=2016-11-15"))).StatusCode);
    }

    [Fact]
    public async Task The_endpoint_on_this_machine_answers_for_the_applications_too()
    {
        string id = await Launched(Service);
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        await using SandboxEndpoint endpoint = SandboxEndpoint.Start(sandbox.Account);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, endpoint.Url);
        request.Headers.Host = (await sandbox.Described(id)).PublicDnsName;

        Assert.Contains(id, await (await client.SendAsync(request)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!/bin/bash\nyum install -y httpd\nsystemctl start httpd", true, false)]
    [InlineData("#!/bin/bash\nyum install -y httpd\nsystemctl enable httpd", false, true)]
    [InlineData("#!/bin/bash\nyum install -y httpd\nsystemctl enable --now httpd.service", true, true)]
    [InlineData("#!/bin/bash\npython3 -m http.server 80", true, false)]
    [InlineData("#!/bin/bash\npython3 -m http.server 8080", false, false)]
    [InlineData("yum install -y httpd\nsystemctl enable --now httpd", false, false)]
    [InlineData("#cloud-config\nruncmd: [flask run --port=80]", false, false)]
    [InlineData("#!/bin/bash\n# flask run --port=80", false, false)]
    [InlineData("#!/bin/bash\ncat > /etc/systemd/system/app.service <<'EOF'\n[Service]\nExecStart=/usr/bin/app -p 80\nEOF\nsystemctl enable app\nsystemctl start app", true, false)]
    [InlineData("#!/bin/bash\ncat > /etc/systemd/system/app.service <<'EOF'\n[Service]\nExecStart=/usr/bin/app -p 80\n[Install]\nWantedBy=multi-user.target\nEOF\nsystemctl enable app", false, true)]
    [InlineData("#!/bin/bash\ncat <<EOF > /opt/run.sh\ngunicorn --bind 0.0.0.0:80 app\nEOF\ntee /etc/systemd/system/app.service <<UNIT\n[Service]\nExecStart=/opt/run.sh\n[Install]\nWantedBy=multi-user.target\nUNIT\nsystemctl enable --now app", true, true)]
    public void User_data_is_read_by_simple_rules(string script, bool starts, bool startsAtBoot)
    {
        UserDataScript read = UserDataScript.Parse(Ec2InstanceTests.Encode(script));

        Assert.Equal((starts, startsAtBoot), (read.Starts(80), read.StartsAtBoot(80)));
        Assert.False(UserDataScript.Parse(null).NeedsInternet);
    }

    private async Task<string> Launched(string script, Action<RunInstancesRequest>? change = null)
    {
        RunInstancesRequest request = Ec2InstanceTests.One();
        request.UserData = Ec2InstanceTests.Encode(script);
        string open = await sandbox.Group((await sandbox.DefaultVpc()).VpcId, "open");
        await Open(open, "0.0.0.0/0");
        request.SecurityGroupIds = [open];
        change?.Invoke(request);
        return Assert.Single((await sandbox.Client.RunInstancesAsync(request)).Reservation.Instances).InstanceId;
    }

    private Task Open(string group, string range) => sandbox.Client.AuthorizeSecurityGroupIngressAsync(new AuthorizeSecurityGroupIngressRequest
    {
        GroupId = group,
        IpPermissions = [new() { IpProtocol = "tcp", FromPort = 80, ToPort = 80, Ipv4Ranges = [new() { CidrIp = range }] }],
    });

    private async Task Route(string vpc, string subnet, string? gateway = null, string? nat = null)
    {
        string table = await sandbox.Table(vpc);
        await sandbox.Client.CreateRouteAsync(new CreateRouteRequest { RouteTableId = table, DestinationCidrBlock = "0.0.0.0/0", GatewayId = gateway, NatGatewayId = nat });
        await sandbox.Client.AssociateRouteTableAsync(new AssociateRouteTableRequest { RouteTableId = table, SubnetId = subnet });
    }

    private async Task<bool> Answers(Instance instance)
    {
        try
        {
            return instance.PublicDnsName.Length > 0 && (await browser.GetAsync(new Uri($"http://{instance.PublicDnsName}/"))).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task<SocketError> Silence(Instance instance, string scheme = "http")
    {
        HttpRequestException silence = await Assert.ThrowsAsync<HttpRequestException>(() => browser.GetAsync(new Uri($"{scheme}://{instance.PublicDnsName}/")));
        return Assert.IsType<SocketException>(silence.InnerException).SocketErrorCode;
    }
}
