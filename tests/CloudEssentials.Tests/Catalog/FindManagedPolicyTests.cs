using CloudEssentials.Catalog;
using CloudEssentials.Operations.Policies;
using CloudEssentials.Policies;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Catalog;

public sealed class FindManagedPolicyTests
{
    private readonly TestHost _host = new();

    [Fact]
    public async Task A_policy_is_found_by_name_ARN_and_wildcard()
    {
        Assert.Equal("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess", Assert.Single(await RunAsync(new() { Name = ["amazons3readonlyaccess"] })).PolicyArn);
        Assert.Equal("ViewOnlyAccess", Assert.Single(await RunAsync(new() { Name = ["arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"] })).PolicyName);
        Assert.True((await RunAsync(new() { Name = ["AmazonS3*", "AmazonS3Full*"] })).Count > 2);
    }

    [Fact]
    public async Task An_unknown_name_is_an_error_with_the_nearest()
    {
        Assert.Empty(await RunAsync(new() { Name = ["AdministratorAcess"] }));
        Assert.Contains("did you mean 'AdministratorAccess'?", Assert.Single(_host.Errors).Message);
    }

    [Fact]
    public async Task Policies_that_allow_an_action_come_the_narrowest_first()
    {
        var found = await RunAsync(new() { Action = ["s3:PutObject"] });
        Assert.Contains(found, policy => policy.PolicyName == "AmazonS3FullAccess");
        Assert.Contains(found, policy => policy.PolicyName == "AdministratorAccess");
        Assert.DoesNotContain(found, policy => policy.PolicyName == "AmazonS3ReadOnlyAccess");
        Assert.Equal(found.OrderBy(policy => policy.AllowedActionCount).Select(policy => policy.AllowedActionCount), found.Select(policy => policy.AllowedActionCount));
        Assert.Equal("AdministratorAccess", found.MaxBy(policy => policy.AllowedActionCount)!.PolicyName);
    }

    [Fact]
    public async Task All_wanted_actions_must_be_allowed()
    {
        var found = await RunAsync(new() { Action = ["s3:Get*", "dynamodb:DescribeTable"], Name = ["*Access"] });
        Assert.Contains(found, policy => policy.PolicyName == "ReadOnlyAccess");
        Assert.DoesNotContain(found, policy => policy.PolicyName == "AmazonS3FullAccess");
    }

    [Fact]
    public async Task An_action_that_does_not_exist_ends_the_search_with_the_nearest()
    {
        var error = await Assert.ThrowsAsync<CloudException>(() => RunAsync(new() { Action = ["s3:PutObjects"] }));
        Assert.Contains("'s3:PutObject'", error.Message);
    }

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":"sqs:*","Resource":"*"},{"Effect":"Deny","Action":"sqs:SendMessage","Resource":"*"}""", false)]
    [InlineData("""{"Effect":"Allow","Action":"sqs:*","Resource":"*"},{"Effect":"Deny","Action":"sqs:SendMessage","Resource":"arn:aws:sqs:*:*:one"}""", true)]
    [InlineData("""{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}""", true)]
    [InlineData("""{"Effect":"Allow","NotAction":"sqs:Send*","Resource":"*"}""", false)]
    [InlineData("""{"Effect":"Deny","Action":"sqs:*","Resource":"*"}""", false)]
    public void What_a_document_allows_is_counted_by_its_statements(string statements, bool allowed)
    {
        var document = PolicyDocument.Parse($$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""");
        var catalog = ActionCatalog.Default;
        Assert.Equal(allowed, AllowedActions.Of(document, catalog).Contains(catalog.FindAction("sqs:SendMessage")!));
    }

    private Task<List<FoundManagedPolicy>> RunAsync(FindManagedPolicyRequest request) => _host.RunAsync(new FindManagedPolicy(), request);
}
