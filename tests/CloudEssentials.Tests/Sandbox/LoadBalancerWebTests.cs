using System.Net;
using Amazon.ElasticLoadBalancingV2.Model;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.Sandbox;

public sealed class LoadBalancerWebTests : IDisposable
{
    private readonly FleetSandbox fleet = new();
    private readonly HttpClient web;

    public LoadBalancerWebTests() => web = new HttpClient(new SandboxHandler(fleet.Account));

    public void Dispose()
    {
        web.Dispose();
        fleet.Dispose();
    }

    [Fact]
    public async Task A_load_balancer_answers_with_the_page_of_a_healthy_target()
    {
        string group = await fleet.ServedTargetGroupAsync();
        await OpenAsync();
        string id = await fleet.InstanceAsync();
        await fleet.Elb.RegisterTargetsAsync(new RegisterTargetsRequest { TargetGroupArn = group, Targets = [new() { Id = id }] });
        (HttpStatusCode before, _) = await Get();
        fleet.Wait(10);

        (HttpStatusCode after, string page) = await Get();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (before, after));
        Assert.Contains(id, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_security_group_that_lets_nobody_in_leaves_visitors_without_an_answer()
    {
        await fleet.ServedTargetGroupAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => Get());
    }

    [Fact]
    public async Task Where_no_listener_is_nobody_answers_and_redirects_and_fixed_answers_are_given()
    {
        string balancer = await fleet.LoadBalancerAsync();
        await OpenAsync();
        fleet.Wait(5);
        await Assert.ThrowsAsync<HttpRequestException>(() => Get());
        await Listen(balancer, 80, new() { Type = "redirect", RedirectConfig = new() { Protocol = "HTTPS", Port = "443", StatusCode = "HTTP_301" } });
        await Listen(balancer, 81, new() { Type = "fixed-response", FixedResponseConfig = new() { StatusCode = "503", ContentType = "text/plain", MessageBody = "closed" } });

        using HttpResponseMessage redirected = await web.GetAsync(new Uri($"http://{await HostAsync()}/a/b?c=d"));

        Assert.Equal((HttpStatusCode.MovedPermanently, $"https://{await HostAsync()}:443/a/b?c=d"), (redirected.StatusCode, redirected.Headers.Location!.OriginalString));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "closed"), await Get(81));
    }

    [Fact]
    public async Task Unhealthy_targets_are_asked_where_there_are_no_others()
    {
        string group = await fleet.ServedTargetGroupAsync();
        await OpenAsync();
        string id = await fleet.InstanceAsync(userData: "#!/bin/bash\necho idle\n");
        await fleet.Elb.RegisterTargetsAsync(new RegisterTargetsRequest { TargetGroupArn = group, Targets = [new() { Id = id }] });
        fleet.Wait(60);

        Assert.Equal(HttpStatusCode.GatewayTimeout, (await Get()).Status);
    }

    private Task Listen(string balancer, int port, Amazon.ElasticLoadBalancingV2.Model.Action action) =>
        fleet.Elb.CreateListenerAsync(new CreateListenerRequest { LoadBalancerArn = balancer, Protocol = "HTTP", Port = port, DefaultActions = [action] });

    // The load balancer has the default group, whose members alone may come in.
    private async Task OpenAsync()
    {
        LoadBalancer balancer = (await fleet.Elb.DescribeLoadBalancersAsync(new DescribeLoadBalancersRequest())).LoadBalancers[0];
        await fleet.Ec2.AuthorizeSecurityGroupIngressAsync(new Amazon.EC2.Model.AuthorizeSecurityGroupIngressRequest
        {
            GroupId = balancer.SecurityGroups[0],
            IpPermissions = [new() { IpProtocol = "tcp", FromPort = 80, ToPort = 81, Ipv4Ranges = [new() { CidrIp = "0.0.0.0/0" }] }],
        });
    }

    private async Task<string> HostAsync() => (await fleet.Elb.DescribeLoadBalancersAsync(new DescribeLoadBalancersRequest())).LoadBalancers[0].DNSName;

    private async Task<(HttpStatusCode Status, string Page)> Get(int port = 80)
    {
        using HttpResponseMessage response = await web.GetAsync(new Uri($"http://{await HostAsync()}:{port}/"));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
