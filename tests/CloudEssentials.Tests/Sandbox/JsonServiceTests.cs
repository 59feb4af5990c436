using System.Text;
using System.Text.Json;
using CloudEssentials.Sandbox;
using CloudEssentials.Sandbox.Faults;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>What services that speak JSON answer, whichever operations they have.</summary>
public sealed class JsonServiceTests : IDisposable
{
    private readonly SandboxAccount account = new();

    public void Dispose() => account.Dispose();

    [Fact]
    public async Task An_operation_that_is_not_there_is_unknown_by_type()
    {
        WireAnswer answer = await Call(new WireClient(account), "AWSOrganizationsV20161128.Dance");

        Assert.Equal((400, "UnknownOperationException"), (answer.Status, TypeOf(answer)));
    }

    [Fact]
    public async Task Wrong_keys_and_throttling_have_the_names_of_JSON_services()
    {
        WireAnswer unknown = await Call(new WireClient(account) { AccessKeyId = "AKIAI44QH8DHBEXAMPLE" }, "AWSOrganizationsV20161128.ListAccounts");
        WireAnswer forged = await Call(new WireClient(account) { SecretAccessKey = "wrong" }, "AWSOrganizationsV20161128.ListAccounts");
        account.Faults.Add(new SandboxFault(SandboxFaultKind.Throttle));
        WireAnswer throttled = await Call(new WireClient(account), "AWSOrganizationsV20161128.ListAccounts");

        Assert.Equal("UnrecognizedClientException", TypeOf(unknown));
        Assert.Equal("InvalidSignatureException", TypeOf(forged));
        Assert.Equal("ThrottlingException", TypeOf(throttled));
    }

    private static string? TypeOf(WireAnswer answer)
    {
        using JsonDocument body = JsonDocument.Parse(answer.Body);
        return body.RootElement.GetProperty("__type").GetString();
    }

    private static async Task<WireAnswer> Call(WireClient client, string target)
    {
        using WireClient owned = client;
        var request = new HttpRequestMessage(HttpMethod.Post, "https://organizations.us-east-1.amazonaws.com/")
        {
            Content = new StringContent("{}", Encoding.UTF8, "application/x-amz-json-1.1"),
        };
        request.Headers.Add("X-Amz-Target", target);
        return await owned.SignAndSend(request, "organizations", "us-east-1");
    }
}
