using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.Sandbox;

public sealed class IamSummaryTests
{
    [Fact]
    public async Task A_new_account_has_a_root_user_and_nothing_else()
    {
        using var account = new SandboxAccount();
        using var client = new WireClient(account);

        WireAnswer answer = await client.Iam("GetAccountSummary");

        Dictionary<string, string> summary = answer.All("key").Zip(answer.All("value")).ToDictionary(pair => pair.First, pair => pair.Second);
        Assert.Equal("0", summary["Users"]);
        Assert.Equal("0", summary["AccountMFAEnabled"]);
        Assert.Equal("0", summary["AccountAccessKeysPresent"]);
        Assert.Equal("1", summary["AccountPasswordPresent"]);
        Assert.Equal("6144", summary["PolicySizeQuota"]);
        Assert.Equal(34, summary.Count);
        Assert.Equal("{https://iam.amazonaws.com/doc/2010-05-08/}GetAccountSummaryResponse", answer.Xml.Name.ToString());
    }

    [Fact]
    public async Task A_new_account_has_no_alias()
    {
        using var account = new SandboxAccount();
        using var client = new WireClient(account);

        WireAnswer answer = await client.Iam("ListAccountAliases");

        Assert.Equal("false", answer.Text("IsTruncated"));
        Assert.Equal(string.Empty, answer.Text("AccountAliases"));
    }

    [Theory]
    [InlineData("0", "1 validation error detected: Value '0' at 'maxItems' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    [InlineData("1001", "1 validation error detected: Value '1001' at 'maxItems' failed to satisfy constraint: Member must have value less than or equal to 1000")]
    public async Task A_page_size_out_of_range_is_refused_in_IAMs_words(string size, string message)
    {
        using var account = new SandboxAccount();
        using var client = new WireClient(account);

        WireAnswer answer = await client.Iam("ListAccountAliases", ("MaxItems", size));

        Assert.Equal((400, "ValidationError"), (answer.Status, answer.Code));
        Assert.Equal(message, answer.Message);
    }

    [Fact]
    public async Task A_marker_that_was_never_given_is_refused()
    {
        using var account = new SandboxAccount();
        using var client = new WireClient(account);

        Assert.Equal("ValidationError", (await client.Iam("ListAccountAliases", ("Marker", "made-up"))).Code);
    }

    [Fact]
    public async Task An_action_of_another_service_is_not_found()
    {
        using var account = new SandboxAccount();
        using var client = new WireClient(account);

        WireAnswer answer = await client.Iam("DescribeRegions");

        Assert.Equal((400, "InvalidAction"), (answer.Status, answer.Code));
        Assert.Equal("Could not find operation DescribeRegions for version 2010-05-08", answer.Message);
    }
}
