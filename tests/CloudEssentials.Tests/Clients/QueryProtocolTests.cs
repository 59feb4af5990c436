using System.Net;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using CloudEssentials.Aws.Clients;

namespace CloudEssentials.Tests.Clients;

public sealed class QueryProtocolTests
{
    private readonly FakeService _service = new();

    private AmazonIdentityManagementServiceClient Client() => _service.Client<AmazonIdentityManagementServiceClient, AmazonIdentityManagementServiceConfig>();

    [Fact]
    public async Task Lists_of_structures_are_members_with_numbers()
    {
        _service.Answer("<CreatePolicyResponse><CreatePolicyResult/></CreatePolicyResponse>");
        using AmazonIdentityManagementServiceClient client = Client();
        await client.CreatePolicyAsync(new()
        {
            PolicyName = "read-only",
            PolicyDocument = "{\"a\": \"b&c=d é\"}",
            Tags = [new() { Key = "team", Value = "ops" }, new() { Key = "empty", Value = "" }],
        });
        Assert.Equal(
            """
            Action=CreatePolicy
            PolicyDocument={"a": "b&c=d é"}
            PolicyName=read-only
            Tags.member.1.Key=team
            Tags.member.1.Value=ops
            Tags.member.2.Key=empty
            Tags.member.2.Value=
            Version=2010-05-08
            """.ReplaceLineEndings("\n"), _service.Only.Form);
    }

    [Fact]
    public async Task A_result_inside_its_wrapper_is_read_with_times_in_UTC()
    {
        _service.Answer("""
            <GetPolicyResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
              <GetPolicyResult><Policy>
                <Arn>arn:aws:iam::123456789012:policy/x</Arn><AttachmentCount>3</AttachmentCount><IsAttachable>true</IsAttachable>
                <CreateDate>2026-01-02T03:04:05Z</CreateDate><UpdateDate>2026-01-02T03:04:05.678Z</UpdateDate>
                <Tags><member><Key>k</Key><Value>v</Value></member></Tags>
              </Policy></GetPolicyResult>
              <ResponseMetadata><RequestId>req-9</RequestId></ResponseMetadata>
            </GetPolicyResponse>
            """);
        using AmazonIdentityManagementServiceClient client = Client();
        GetPolicyResponse response = await client.GetPolicyAsync(new() { PolicyArn = "arn:aws:iam::123456789012:policy/x" });
        ManagedPolicy policy = response.Policy;
        Assert.Equal("req-9", response.ResponseMetadata.RequestId);
        Assert.Equal((3, true), (policy.AttachmentCount, policy.IsAttachable));
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), policy.CreateDate);
        Assert.Equal(DateTimeKind.Utc, policy.CreateDate!.Value.Kind);
        Assert.Equal(678, policy.UpdateDate!.Value.Millisecond);
        Assert.Equal(("k", "v"), (policy.Tags[0].Key, policy.Tags[0].Value));
        Assert.Null(policy.PermissionsBoundaryUsageCount);
    }

    [Fact]
    public async Task A_map_is_read_by_its_entries()
    {
        _service.Answer("""
            <GetAccountSummaryResponse><GetAccountSummaryResult><SummaryMap>
              <entry><key>Users</key><value>27</value></entry><entry><key>AccountMFAEnabled</key><value>1</value></entry>
            </SummaryMap></GetAccountSummaryResult></GetAccountSummaryResponse>
            """);
        using AmazonIdentityManagementServiceClient client = Client();
        GetAccountSummaryResponse response = await client.GetAccountSummaryAsync();
        Assert.Equal(new Dictionary<string, int> { ["Users"] = 27, ["AccountMFAEnabled"] = 1 }, response.SummaryMap);
    }

    [Fact]
    public async Task A_modelled_error_is_an_exception_of_its_own_class()
    {
        _service.Answer("""
            <ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>NoSuchEntity</Code>
            <Message>The user with name nobody cannot be found.</Message></Error><RequestId>req-404</RequestId></ErrorResponse>
            """, HttpStatusCode.NotFound);
        using AmazonIdentityManagementServiceClient client = Client();
        NoSuchEntityException error = await Assert.ThrowsAsync<NoSuchEntityException>(() => client.GetUserAsync(new GetUserRequest { UserName = "nobody" }));
        Assert.Equal(("NoSuchEntity", "req-404", HttpStatusCode.NotFound, ErrorType.Sender), (error.ErrorCode, error.RequestId, error.StatusCode, error.ErrorType));
        Assert.Equal("The user with name nobody cannot be found.", error.Message);
    }

    [Fact]
    public async Task An_error_that_the_model_does_not_know_is_the_services_own_exception()
    {
        _service.Answer("<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>not authorized to perform: iam:GetUser</Message></Error><RequestId>r</RequestId></ErrorResponse>", HttpStatusCode.Forbidden);
        using AmazonIdentityManagementServiceClient client = Client();
        AmazonIdentityManagementServiceException error = await Assert.ThrowsAsync<AmazonIdentityManagementServiceException>(() => client.GetUserAsync());
        Assert.Equal("AccessDenied", error.ErrorCode);
    }

    [Fact]
    public void An_empty_list_that_was_set_is_sent_empty_and_ec2_leaves_it_out()
    {
        Assert.Equal("Names=", Write(false, w => w.List("Names", new List<string>(), "member", static (o, i) => o.Value(i))));
        Assert.Equal("", Write(true, w => w.List("Names", new List<string>(), null, static (o, i) => o.Value(i))));
    }

    [Fact]
    public void A_map_is_written_by_entries_and_a_flat_one_by_numbers()
    {
        Dictionary<string, string> map = new() { ["a"] = "1" };
        Assert.Equal("Attributes.entry.1.key=a&Attributes.entry.1.value=1", Write(false, w => w.Map("Attributes", map, "entry", "key", "value", static (o, i) => o.Value(i))));
        Assert.Equal("Attributes.1.Name=a&Attributes.1.Value=1", Write(false, w => w.Map("Attributes", map, null, "Name", "Value", static (o, i) => o.Value(i))));
    }

    private static string Write(bool ec2, Action<QueryOut> write)
    {
        ParameterCollection parameters = [];
        write(new(parameters, "", ec2));
        return string.Join('&', parameters.GetSortedParametersList().Select(pair => $"{pair.Key}={pair.Value}"));
    }
}
