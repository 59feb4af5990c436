using CloudEssentials.Accounts;
using CloudEssentials.Operations.Accounts;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Validation;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Accounts;

public sealed class RoleTests
{
    private const string ReadPhotos = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::photos/*"}}""";

    private static readonly CancellationToken _none = CancellationToken.None;

    [Fact]
    public async Task A_role_for_EC2_trusts_it_alone_and_has_an_instance_profile()
    {
        PeopleSandbox sandbox = await PeopleSandbox.OpenAsync();
        NewWorkloadRoleRequest request = new() { RoleName = "app", Service = "ec2.amazonaws.com", Policy = ReadPhotos };

        MadeRole role = Assert.Single(await sandbox.Host.RunAsync(new NewWorkloadRole(), request));
        MadeRole again = Assert.Single(await sandbox.Host.RunAsync(new NewWorkloadRole(), request));

        Assert.Equal(PolicyDocument.Parse("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}"""), (await sandbox.Roles.FindAsync("app", _none))!.Value.Trust);
        Assert.Equal(PolicyDocument.Parse(ReadPhotos), await sandbox.Roles.FindInlinePolicyAsync("app", "appPolicy", _none));
        Assert.Equal(["app"], (await sandbox.Roles.FindInstanceProfileAsync("app", _none))!.Value.Roles);
        Assert.Equal("arn:aws:iam::123456789012:instance-profile/app", role.InstanceProfileArn);
        Assert.Empty(again.Change);
    }

    [Fact]
    public async Task A_role_for_a_function_has_no_instance_profile()
    {
        PeopleSandbox sandbox = await PeopleSandbox.OpenAsync();

        MadeRole role = Assert.Single(await sandbox.Host.RunAsync(new NewWorkloadRole(), new() { RoleName = "app", Service = "lambda.amazonaws.com", Policy = ReadPhotos }));

        Assert.Null(role.InstanceProfileArn);
    }

    [Theory]
    [InlineData("ec2", "Did you mean 'ec2.amazonaws.com'?")]
    [InlineData("arn:aws:iam::123456789012:root", "It looks like")]
    [InlineData("*", "It looks like")]
    public async Task What_is_no_service_is_refused_before_any_call(string service, string remedy)
    {
        CloudException error = await Assert.ThrowsAsync<CloudException>(() => new TestHost().RunAsync(new NewWorkloadRole(), new() { RoleName = "app", Service = service, Policy = ReadPhotos }));

        Assert.Equal("ServicePrincipalInvalid", error.ErrorId);
        Assert.Contains(remedy, error.Remedy!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_that_allows_everything_is_refused_unless_it_is_forced()
    {
        PeopleSandbox sandbox = await PeopleSandbox.OpenAsync();
        NewWorkloadRoleRequest request = new() { RoleName = "app", Service = "lambda.amazonaws.com", Policy = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:PassRole","Resource":"*"}}""" };

        CloudException error = await Assert.ThrowsAsync<CloudException>(() => sandbox.Host.RunAsync(new NewWorkloadRole(), request));
        Assert.Null(await sandbox.Roles.FindAsync("app", _none));
        MadeRole forced = Assert.Single(await sandbox.Host.RunAsync(new NewWorkloadRole(), request with { Force = true }));

        Assert.Equal(("PolicyRefused", "app"), (error.ErrorId, forced.RoleName));
    }

    [Fact]
    public async Task A_role_that_trusts_others_is_not_taken_over()
    {
        PeopleSandbox sandbox = await PeopleSandbox.OpenAsync();
        await sandbox.Host.RunAsync(new NewWorkloadRole(), new() { RoleName = "app", Service = "lambda.amazonaws.com", Policy = ReadPhotos });

        CloudException error = await Assert.ThrowsAsync<CloudException>(() => sandbox.Host.RunAsync(new NewWorkloadRole(), new() { RoleName = "app", Service = "ec2.amazonaws.com", Policy = ReadPhotos }));

        Assert.Equal("RoleExists", error.ErrorId);
    }

    [Fact]
    public async Task A_policy_that_changed_is_replaced_and_WhatIf_replaces_nothing()
    {
        PeopleSandbox sandbox = await PeopleSandbox.OpenAsync();
        NewWorkloadRoleRequest request = new() { RoleName = "app", Service = "ec2.amazonaws.com", Policy = ReadPhotos };
        await sandbox.Host.RunAsync(new NewWorkloadRole(), request);
        NewWorkloadRoleRequest changed = request with { Policy = ReadPhotos.Replace("photos", "films", StringComparison.Ordinal) };
        TestHost careful = await sandbox.ShellAsync(new() { ShouldProcess = (_, _) => false });

        Assert.Empty(await careful.RunAsync(new NewWorkloadRole(), changed));
        Assert.Equal(PolicyDocument.Parse(ReadPhotos), await sandbox.Roles.FindInlinePolicyAsync("app", "appPolicy", _none));
        MadeRole role = Assert.Single(await sandbox.Host.RunAsync(new NewWorkloadRole(), changed));

        Assert.Equal("Replace the inline policy: app: appPolicy", Assert.Single(role.Change));
    }

    [Fact]
    public async Task A_role_for_GitHub_holds_audience_and_subject_and_passes_the_check()
    {
        PeopleSandbox sandbox = await PeopleSandbox.OpenAsync();
        NewFederatedRoleRequest request = new() { RoleName = "deploy", GitHubRepository = "contoso/directory", Branch = ["main"], GitHubEnvironment = ["production"] };

        MadeRole role = Assert.Single(await sandbox.Host.RunAsync(new NewFederatedRole(), request));
        MadeRole again = Assert.Single(await sandbox.Host.RunAsync(new NewFederatedRole(), request));

        Assert.Equal("arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com", role.ProviderArn);
        Assert.Equal(
            PolicyDocument.Parse("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com","token.actions.githubusercontent.com:sub":["repo:contoso/directory:ref:refs/heads/main","repo:contoso/directory:environment:production"]}}}]}"""),
            role.TrustPolicy);
        Assert.Empty(PolicyValidator.Default.Check(role.TrustPolicy, new() { PolicyType = PolicyType.Trust, MinimumSeverity = FindingSeverity.SecurityWarning }));
        Assert.Equal("no sign of it in this account", role.IdentityCenter);
        Assert.Empty(again.Change);
    }

    [Theory]
    [InlineData("contoso/*", "main", "RepositoryInvalid")]
    [InlineData("contoso", "main", "RepositoryInvalid")]
    [InlineData("contoso/directory", null, "SubjectMissing")]
    public async Task A_role_for_more_than_one_repository_or_any_branch_is_refused(string repository, string? branch, string errorId)
    {
        NewFederatedRoleRequest request = new() { RoleName = "deploy", GitHubRepository = repository, Branch = branch is null ? [] : [branch] };

        CloudException error = await Assert.ThrowsAsync<CloudException>(() => new TestHost().RunAsync(new NewFederatedRole(), request));

        Assert.Equal(errorId, error.ErrorId);
    }

    [Fact]
    public async Task A_second_audience_joins_a_provider_that_is_there()
    {
        PeopleSandbox sandbox = await PeopleSandbox.OpenAsync();
        NewFederatedRoleRequest request = new() { RoleName = "one", OidcUrl = "https://oidc.example.com/id/1", Audience = "a", Subject = ["system:serviceaccount:apps:*"] };
        await sandbox.Host.RunAsync(new NewFederatedRole(), request);

        MadeRole role = Assert.Single(await sandbox.Host.RunAsync(new NewFederatedRole(), request with { RoleName = "two", Audience = "b" }));

        Assert.Equal(["a", "b"], (await sandbox.Roles.AudiencesAsync(role.ProviderArn!, _none)).Order());
        Assert.Contains("StringLike", role.TrustPolicy.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Add the audience", role.Change[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://oidc.example.com", "x", "OidcUrlInvalid")]
    [InlineData("https://oidc.example.com", "*", "SubjectTooWide")]
    public async Task A_provider_that_would_let_everybody_in_is_refused(string url, string subject, string errorId)
    {
        NewFederatedRoleRequest request = new() { RoleName = "one", OidcUrl = url, Audience = "a", Subject = [subject] };

        CloudException error = await Assert.ThrowsAsync<CloudException>(() => new TestHost().RunAsync(new NewFederatedRole(), request));

        Assert.Equal(errorId, error.ErrorId);
    }

    [Fact]
    public async Task A_SAML_provider_that_is_not_there_needs_its_metadata()
    {
        PeopleSandbox sandbox = await PeopleSandbox.OpenAsync();

        CloudException error = await Assert.ThrowsAsync<CloudException>(() => sandbox.Host.RunAsync(new NewFederatedRole(), new() { RoleName = "people", SamlProvider = "Contoso" }));

        Assert.Equal("SamlProviderMissing", error.ErrorId);
        Assert.Null(await sandbox.Roles.FindAsync("people", _none));
    }

    [Fact]
    public async Task A_SAML_provider_is_made_of_its_metadata_once_and_Identity_Center_is_told_of()
    {
        PeopleSandbox sandbox = await PeopleSandbox.OpenAsync();
        string path = Path.GetTempFileName();
        File.WriteAllText(path, $"""<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com"><IDPSSODescriptor/><!-- {new string('x', 1_000)} --></EntityDescriptor>""");
        NewFederatedRoleRequest request = new() { RoleName = "people", SamlProvider = "Contoso", MetadataPath = path };

        MadeRole role = Assert.Single(await sandbox.Host.RunAsync(new NewFederatedRole(), request));
        MadeRole again = Assert.Single(await sandbox.Host.RunAsync(new NewFederatedRole(), request with { MetadataPath = null }));
        await sandbox.Roles.CreateSamlProviderAsync("AWSSSO_0123456789abcdef_DO_NOT_DELETE", File.ReadAllText(path), _none);
        MadeRole beside = Assert.Single(await sandbox.Host.RunAsync(new NewFederatedRole(), request));

        Assert.Equal("arn:aws:iam::123456789012:saml-provider/Contoso", role.ProviderArn);
        Assert.Equal(["Create the SAML provider: Contoso", "Create the role: people"], role.Change);
        Assert.Empty(again.Change);
        Assert.Equal("at work in this account", beside.IdentityCenter);
        Assert.Contains("Identity Center", Assert.Single(sandbox.Host.Warnings), StringComparison.Ordinal);
        File.Delete(path);
    }

    [Fact]
    public async Task A_file_that_is_no_metadata_is_refused_before_any_call()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, "<html/>");

        CloudException error = await Assert.ThrowsAsync<CloudException>(() => new TestHost().RunAsync(new NewFederatedRole(), new() { RoleName = "people", SamlProvider = "Contoso", MetadataPath = path }));

        Assert.Equal("SamlMetadataInvalid", error.ErrorId);
        File.Delete(path);
    }

    [Fact]
    public void A_trust_in_SAML_holds_the_address_of_the_sign_in_of_its_partition()
    {
        Assert.Contains("https://signin.aws.amazon.com/saml", TrustPolicies.ForSaml("arn:aws:iam::123456789012:saml-provider/Contoso", "aws").ToString(), StringComparison.Ordinal);
        Assert.Contains("https://signin.amazonaws.cn/saml", TrustPolicies.ForSaml("arn:aws-cn:iam::123456789012:saml-provider/Contoso", "aws-cn").ToString(), StringComparison.Ordinal);
    }
}
