using System.Net;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using CloudEssentials.Aws.Clients;

namespace CloudEssentials.Tests.Clients;

public sealed class PaginatorAndWaiterTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(1);

    private readonly FakeService _service = new();

    private AmazonIdentityManagementServiceClient Client() => _service.Client<AmazonIdentityManagementServiceClient, AmazonIdentityManagementServiceConfig>();

    private static string Page(string? marker, params string[] names) => $"""
        <ListUserPoliciesResponse><ListUserPoliciesResult><PolicyNames>{string.Concat(names.Select(n => $"<member>{n}</member>"))}</PolicyNames>
        <IsTruncated>{(marker is null ? "false" : "true")}</IsTruncated>{(marker is null ? "" : $"<Marker>{marker}</Marker>")}</ListUserPoliciesResult></ListUserPoliciesResponse>
        """;

    [Fact]
    public async Task A_paginator_carries_the_token_from_page_to_page_and_over_empty_pages()
    {
        _service.Answer(Page("m1", "a", "b")).Answer(Page("m2")).Answer(Page(null, "c"));
        using AmazonIdentityManagementServiceClient client = Client();
        List<string> names = [];
        await foreach (string name in client.Paginators.ListUserPolicies(new("alice")).PolicyNames) names.Add(name);
        Assert.Equal(["a", "b", "c"], names);
        Assert.Equal([null, "m1", "m2"], _service.Requests.Select(sent => sent.Form.Split('\n').FirstOrDefault(line => line.StartsWith("Marker=", StringComparison.Ordinal))?[7..]));
    }

    [Fact]
    public async Task Responses_come_one_at_a_time_and_no_page_is_asked_for_that_is_not_read()
    {
        _service.Answer(Page("m1", "a")).Answer(Page(null, "b"));
        using AmazonIdentityManagementServiceClient client = Client();
        await foreach (ListUserPoliciesResponse page in client.Paginators.ListUserPolicies(new("alice")).Responses)
        {
            Assert.Equal(["a"], page.PolicyNames);
            break;
        }
        Assert.Single(_service.Requests);
    }

    [Fact]
    public async Task A_paginator_is_walked_once()
    {
        _service.Answer(Page(null, "a"));
        using AmazonIdentityManagementServiceClient client = Client();
        IListUserPoliciesPaginator paginator = client.Paginators.ListUserPolicies(new("alice"));
        await foreach (string _ in paginator.PolicyNames) { }
        await Assert.ThrowsAsync<InvalidOperationException>(async () => { await foreach (string _ in paginator.PolicyNames) { } });
    }

    [Fact]
    public async Task A_waiter_asks_again_until_the_thing_is_there()
    {
        const string Missing = "<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>no</Message></Error><RequestId>r</RequestId></ErrorResponse>";
        _service.Answer(Missing, HttpStatusCode.NotFound).Answer(Missing, HttpStatusCode.NotFound).Answer("<GetUserResponse><GetUserResult/></GetUserResponse>");
        using AmazonIdentityManagementServiceClient client = Client();
        await client.WaitUntilUserExistsAsync(new() { UserName = "alice" }, Soon);
        Assert.Equal(3, _service.Requests.Count);
    }

    [Fact]
    public async Task A_waiter_gives_up_when_its_time_is_over()
    {
        _service.Answer("<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>no</Message></Error><RequestId>r</RequestId></ErrorResponse>", HttpStatusCode.NotFound);
        using AmazonIdentityManagementServiceClient client = Client();
        CloudException error = await Assert.ThrowsAsync<CloudException>(() => client.WaitUntilRoleExistsAsync(new() { RoleName = "r" }, Soon, TimeSpan.FromMilliseconds(50)));
        Assert.Equal(("WaitTimedOut", CloudErrorCategory.OperationTimeout), (error.ErrorId, error.Category));
        Assert.Contains("RoleExists", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_that_no_acceptor_knows_ends_the_wait_as_it_is()
    {
        _service.Answer("<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>no</Message></Error><RequestId>r</RequestId></ErrorResponse>", HttpStatusCode.Forbidden);
        using AmazonIdentityManagementServiceClient client = Client();
        AmazonIdentityManagementServiceException error = await Assert.ThrowsAsync<AmazonIdentityManagementServiceException>(
            () => client.WaitUntilUserExistsAsync(new() { UserName = "alice" }, Soon));
        Assert.Equal("AccessDenied", error.ErrorCode);
    }

    [Fact]
    public async Task A_state_that_cannot_become_the_wanted_one_ends_the_wait()
    {
        CloudException error = await Assert.ThrowsAsync<CloudException>(() => Waiter.RunAsync(
            "InstanceRunning", _ => Task.FromResult("terminated"), (answer, _) => answer == "terminated" ? WaitState.Failure : WaitState.Retry, Soon, TimeSpan.FromMinutes(1), default));
        Assert.Equal("WaitFailed", error.ErrorId);
    }

    [Fact]
    public async Task A_wait_is_cancelled_at_once()
    {
        using CancellationTokenSource stop = new(50);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Waiter.RunAsync(
            "Never", _ => Task.FromResult("no"), (_, _) => WaitState.Retry, TimeSpan.FromHours(1), TimeSpan.FromDays(1), stop.Token));
    }

    [Fact]
    public void All_means_at_least_one()
    {
        Assert.False(Waiter.All([], "running"));
        Assert.False(Waiter.All(["running", "pending"], "running"));
        Assert.True(Waiter.All(["running", "running"], "running"));
    }
}
