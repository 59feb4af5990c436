using System.Net;
using System.Text.Json.Nodes;
using CloudEssentials.Catalog;
using CloudEssentials.Operations.Policies;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Catalog;

public sealed class UpdatePolicyCatalogTests : IDisposable
{
    private static readonly ActionCatalog Shipped = ActionCatalog.Open(CatalogLocation.Shipped(CatalogLocation.ActionsFile));
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly ServiceReferenceHandler _aws = new(Shipped);

    private string[] Files => Directory.Exists(_folder) ? Directory.GetFiles(_folder) : [];

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_AWS_adds_is_added_and_nothing_that_was_known_is_lost()
    {
        Change("s3", service =>
        {
            service["Actions"]!.AsArray().Clear();
            service["Actions"]!.AsArray().Add(JsonNode.Parse(
                """
                {"Name":"FoldObject","ActionConditionKeys":["s3:Creases"],"Resources":[{"Name":"object"},{"Name":"no-such-type"}],
                 "Annotations":{"Properties":{"IsList":false,"IsPermissionManagement":false,"IsTaggingOnly":false,"IsWrite":true}}}
                """));
            service["ConditionKeys"]!.AsArray().Add(JsonNode.Parse("""{"Name":"s3:Creases","Types":["Numeric"]}"""));
            service["Resources"]!.AsArray().Add(JsonNode.Parse("""{"Name":"crane","ARNFormats":["arn:${Partition}:s3:::crane/${Name}"]}"""));
        });
        var result = Assert.Single(await RunAsync());
        Assert.Equal(["s3:FoldObject"], result.AddedAction);
        Assert.False(result.RolledBack);
        var merged = new ActionCatalogCopies(_folder).OpenNewest();
        Assert.Equal(result.Path, merged.Path);
        Assert.Empty(ServiceMerger.FindLost(Shipped, merged));
        var added = merged.FindAction("s3:foldobject")!;
        Assert.Equal(AccessLevel.Write, added.AccessLevel);
        Assert.Equal(["object"], added.ResourceTypes.Select(type => type.Name));
        Assert.Equal(ConditionKeyType.Numeric, merged.FindConditionKey("s3:Creases")!.Type);
        Assert.NotNull(merged.FindService("s3")!.FindResourceType("crane"));
        var known = merged.FindAction("ec2:RunInstances")!;
        Assert.Equal(Shipped.FindAction("ec2:RunInstances")!.Description, known.Description);
        Assert.Contains(known.ResourceTypes, type => type is { Name: "instance", IsRequired: true });
        Assert.Equal(Shipped.GlobalConditionKeys.Count, merged.GlobalConditionKeys.Count);
    }

    [Fact]
    public async Task A_new_service_is_added_and_a_retired_one_stays()
    {
        _aws.Changed["/"] = index =>
        {
            var list = JsonNode.Parse(index)!.AsArray();
            list.RemoveAt(0);
            list.Add(new JsonObject { ["service"] = "newbie", ["url"] = ServiceReferenceHandler.Host + "/v1/newbie/newbie.json" });
            return ServiceReferenceHandler.Ok(list.ToJsonString());
        };
        _aws.Changed["/v1/newbie/newbie.json"] = _ => ServiceReferenceHandler.Ok(
            """{"Name":"newbie","Actions":[{"Name":"GetThing","Annotations":{"Properties":{}}},{"Name":"OddThing"}],"Version":"v1.4"}""");
        var result = Assert.Single(await RunAsync());
        Assert.Equal(["newbie:GetThing"], result.AddedAction);
        var merged = ActionCatalog.Open(result.Path);
        Assert.Equal(AccessLevel.Read, merged.FindAction("newbie:GetThing")!.AccessLevel);
        Assert.NotNull(merged.FindService(Shipped.Services[0].Prefix));
    }

    [Fact]
    public async Task Going_back_brings_the_copy_before_and_at_last_the_shipped_one()
    {
        var first = Assert.Single(await RunAsync());
        await Task.Delay(5);
        var second = Assert.Single(await RunAsync());
        Assert.NotEqual(first.Path, second.Path);
        var back = Assert.Single(await RollBackAsync());
        Assert.True(back.RolledBack);
        Assert.Equal(first.Path, back.Path);
        back = Assert.Single(await RollBackAsync());
        Assert.Equal(Shipped.Path, back.Path);
        var error = await Assert.ThrowsAsync<CloudException>(RollBackAsync);
        Assert.Equal("CatalogCopyMissing", error.ErrorId);
    }

    [Fact]
    public async Task WhatIf_downloads_and_writes_nothing()
    {
        Assert.Empty(await RunAsync(new() { ShouldProcess = (_, _) => false }));
        Assert.Empty(Files);
        Assert.Equal(0, _aws.Requests);
    }

    [Fact]
    public async Task A_truncated_list_or_service_changes_nothing()
    {
        _aws.Changed["/"] = index => ServiceReferenceHandler.Ok(index[..^1000]);
        await AssertRefusedAsync("CatalogDownloadInvalid");
        _aws.Changed["/"] = _ => ServiceReferenceHandler.Ok($$"""[{"service":"s3","url":"{{ServiceReferenceHandler.Host}}/v1/s3/s3.json"}]""");
        await AssertRefusedAsync("CatalogDownloadIncomplete");
        _aws.Changed.Clear();
        _aws.Changed[ServiceReferenceHandler.PathOf("iam")] = body => ServiceReferenceHandler.Ok(body[..(body.Length / 2)]);
        await AssertRefusedAsync("CatalogDownloadInvalid");
    }

    [Theory]
    [InlineData("{\"Name\":\"sqs\",\"Actions\":[]}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("<html>Sign in to this network</html>")]
    [InlineData("{\"Name\":\"s3\",\"Actions\":{\"Name\":\"GetObject\"}}")]
    [InlineData("{\"Name\":\"s3\",\"Actions\":[{\"Name\":\"Get*\"}]}")]
    [InlineData("{\"Name\":\"s3\",\"Actions\":[{\"Name\":\"Get\\u001b[31mObject\"}]}")]
    [InlineData("{\"Name\":\"s3\",\"Actions\":[{\"Name\":12}]}")]
    [InlineData("{\"Name\":\"s3\",\"Resources\":[{\"Name\":\"bucket\",\"ARNFormats\":[\"https://example.com\"]}]}")]
    [InlineData("{\"Name\":\"s3\",\"ConditionKeys\":[{\"Name\":\"no colon\"}]}")]
    public async Task A_wrong_answer_for_a_service_changes_nothing(string body)
    {
        _aws.Changed[ServiceReferenceHandler.PathOf("s3")] = _ => ServiceReferenceHandler.Ok(body);
        await AssertRefusedAsync("CatalogDownloadInvalid");
    }

    [Fact]
    public async Task Deeply_nested_and_huge_answers_are_refused()
    {
        _aws.Changed[ServiceReferenceHandler.PathOf("s3")] = _ => ServiceReferenceHandler.Ok(new string('[', 100_000));
        await AssertRefusedAsync("CatalogDownloadInvalid");
        _aws.Changed[ServiceReferenceHandler.PathOf("s3")] = _ => ServiceReferenceHandler.Ok(new string(' ', 17 * 1024 * 1024));
        await AssertRefusedAsync("CatalogDownloadFailed");
    }

    [Theory]
    [InlineData("https://evil.example/v1/s3/s3.json")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/v1/s3/s3.json")]
    public async Task An_address_of_another_host_is_not_asked(string address)
    {
        _aws.Changed["/"] = index => ServiceReferenceHandler.Ok(index.Replace(ServiceReferenceHandler.Host + "/v1/s3/s3.json", address));
        await AssertRefusedAsync("CatalogDownloadInvalid");
        Assert.Equal(1, _aws.Requests);
    }

    [Fact]
    public async Task A_redirection_or_a_refusal_is_not_followed_and_an_outage_is_tried_again()
    {
        _aws.Changed["/"] = _ => new(HttpStatusCode.Redirect) { Headers = { Location = new("https://evil.example/") } };
        await AssertRefusedAsync("CatalogDownloadFailed");
        Assert.Equal(1, _aws.Requests);
        var outages = 1;
        _aws.Changed["/"] = index => outages-- > 0 ? new(HttpStatusCode.ServiceUnavailable) : ServiceReferenceHandler.Ok(index);
        Assert.Single(await RunAsync());
    }

    [Theory]
    [InlineData("http://servicereference.us-east-1.amazonaws.com/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("relative/path")]
    public async Task Only_HTTPS_or_this_machine_is_asked(string endpoint)
    {
        var error = await Assert.ThrowsAsync<CloudException>(() => RunAsync(endpoint: new Uri(endpoint, UriKind.RelativeOrAbsolute)));
        Assert.Equal("CatalogEndpointInvalid", error.ErrorId);
    }

    [Fact]
    public async Task A_damaged_copy_is_passed_over()
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllText(Path.Combine(_folder, "actions-99990101000000000.catalog"), "CECATLG1 is not enough");
        Assert.Equal(Shipped.Path, new ActionCatalogCopies(_folder).OpenNewest().Path);
        Assert.Single(await RollBackAsync());
        Assert.Empty(Files);
    }

    [Fact]
    public async Task Only_a_few_copies_are_kept()
    {
        Directory.CreateDirectory(_folder);
        for (var day = 1; day <= 5; day++)
            File.Copy(Shipped.Path, Path.Combine(_folder, $"actions-2020010{day}000000000.catalog"));
        Assert.Single(await RunAsync());
        Assert.Equal(3, Files.Length);
        Assert.DoesNotContain(Files, file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_works_over_a_real_connection()
    {
        var (listener, port) = Listen();
        using var closing = listener;
        var serving = Task.Run(() => ServeAsync(listener));
        var results = await new TestHost().RunAsync(
            new UpdatePolicyCatalog { Folder = _folder }, new UpdatePolicyCatalogRequest { Endpoint = new($"http://127.0.0.1:{port}/") });
        Assert.Equal(Shipped.Services.Count, Assert.Single(results).ServiceCount);
        listener.Stop();
        await serving;
    }

    // A listener takes no port 0, and a port that was free a moment ago may be another's by now.
    private static (HttpListener Listener, int Port) Listen()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 60_000);
            HttpListener listener = new();
            listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            try
            {
                listener.Start();
                return (listener, port);
            }
            catch (HttpListenerException)
            {
                listener.Close();
            }
        }
    }

    private async Task ServeAsync(HttpListener listener)
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                await using StreamWriter writer = new(context.Response.OutputStream);
                await writer.WriteAsync(_aws.Answer(context.Request.Url!.AbsolutePath));
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Change(string prefix, Action<JsonObject> change) =>
        _aws.Changed[ServiceReferenceHandler.PathOf(prefix)] = body =>
        {
            var service = JsonNode.Parse(body)!.AsObject();
            change(service);
            return ServiceReferenceHandler.Ok(service.ToJsonString());
        };

    private Task<List<PolicyCatalogUpdate>> RunAsync(TestHost? host = null, Uri? endpoint = null) =>
        (host ?? new()).RunAsync(
            new UpdatePolicyCatalog { Folder = _folder, Handler = _aws },
            endpoint is null ? new UpdatePolicyCatalogRequest() : new UpdatePolicyCatalogRequest { Endpoint = endpoint });

    private Task<List<PolicyCatalogUpdate>> RollBackAsync() =>
        new TestHost().RunAsync(new UpdatePolicyCatalog { Folder = _folder }, new UpdatePolicyCatalogRequest { Rollback = true });

    private async Task AssertRefusedAsync(string errorId)
    {
        var error = await Assert.ThrowsAsync<CloudException>(() => RunAsync());
        Assert.Equal(errorId, error.ErrorId);
        Assert.Empty(Files);
    }
}
