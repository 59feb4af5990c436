using CloudEssentials.Accounts;

namespace CloudEssentials.Tests.Accounts;

public sealed class AccountAuthorizationTests
{
    private const string Page = """
        {
          "UserDetailList": [
            { "Path": "/", "UserName": "anna", "UserId": "AIDAANNA", "Arn": "arn:aws:iam::111122223333:user/anna", "CreateDate": "2024-03-01T10:00:00+00:00",
              "UserPolicyList": [ { "PolicyName": "own", "PolicyDocument": { "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] } } ],
              "GroupList": [ "developers" ],
              "AttachedManagedPolicies": [ { "PolicyName": "ReadOnlyAccess", "PolicyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess" } ],
              "PermissionsBoundary": { "PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": "arn:aws:iam::111122223333:policy/edge" },
              "Tags": [ { "Key": "team", "Value": "web" } ] }
          ],
          "GroupDetailList": [ { "Path": "/", "GroupName": "developers", "GroupId": "AGPA1", "Arn": "arn:aws:iam::111122223333:group/developers", "GroupPolicyList": [], "AttachedManagedPolicies": [] } ],
          "RoleDetailList": [
            { "Path": "/", "RoleName": "app", "RoleId": "AROA1", "Arn": "arn:aws:iam::111122223333:role/app",
              "AssumeRolePolicyDocument": "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%5D%7D",
              "InstanceProfileList": [ { "InstanceProfileName": "app", "InstanceProfileId": "AIPA1", "Arn": "arn:aws:iam::111122223333:instance-profile/app", "Path": "/", "Roles": [ { "RoleName": "app" } ] } ],
              "RolePolicyList": [ { "PolicyName": "broken", "PolicyDocument": "{ \"Version\": " } ],
              "RoleLastUsed": { "LastUsedDate": "2025-01-02T03:04:05Z", "Region": "eu-central-1" } }
          ],
          "Policies": [
            { "PolicyName": "edge", "PolicyId": "ANPA1", "Arn": "arn:aws:iam::111122223333:policy/edge", "Path": "/", "DefaultVersionId": "v2", "AttachmentCount": 0, "PermissionsBoundaryUsageCount": 1, "IsAttachable": true,
              "PolicyVersionList": [ { "VersionId": "v2", "IsDefaultVersion": true, "Document": { "Version": "2012-10-17", "Statement": [] } }, { "VersionId": "v1", "IsDefaultVersion": false, "Document": { "Version": "2012-10-17", "Statement": [] } } ] }
          ]
        }
        """;

    [Fact]
    public void What_the_AWS_CLI_saved_is_read_whole()
    {
        AccountAuthorization account = AccountAuthorization.Parse(Page);

        Assert.Equal("111122223333", account.AccountId);
        IamUser anna = Assert.Single(account.Users);
        Assert.Equal(new DateTimeOffset(2024, 3, 1, 10, 0, 0, TimeSpan.Zero), anna.CreateDate);
        Assert.Equal(["developers"], anna.Groups);
        Assert.Equal([KeyValuePair.Create("team", "web")], anna.Tags);
        Assert.Equal("arn:aws:iam::111122223333:policy/edge", anna.PermissionsBoundaryArn);
        IamRole app = account.FindRole("arn:aws:iam::111122223333:role/app")!;
        Assert.True(app.AssumeRolePolicyDocument.IsReadable);
        Assert.Equal("eu-central-1", app.LastUsedRegion);
        Assert.Equal("app", Assert.Single(account.InstanceProfiles).InstanceProfileName);
        Assert.Equal("v2", account.FindPolicy("arn:aws:iam::111122223333:policy/edge")!.DefaultVersion!.VersionId);
        Assert.All(account.Identities, identity => Assert.Equal("111122223333", identity.AccountId));
        Assert.Empty(account.Problems);
    }

    [Fact]
    public void Members_attachments_and_boundaries_are_found_from_the_other_side()
    {
        AccountAuthorization account = AccountAuthorization.Parse(Page);

        Assert.Equal("anna", Assert.Single(account.MembersOf("DEVELOPERS")).UserName);
        Assert.Equal("anna", Assert.Single(account.AttachedTo("arn:aws:iam::aws:policy/ReadOnlyAccess")).Name);
        Assert.Equal("anna", Assert.Single(account.BoundedBy("arn:aws:iam::111122223333:policy/edge")).Name);
    }

    [Fact]
    public void A_policy_of_AWS_that_the_page_leaves_out_comes_from_the_catalogue()
    {
        IamPolicy policy = AccountAuthorization.Parse(Page).FindPolicy("arn:aws:iam::aws:policy/ReadOnlyAccess")!;

        Assert.True(policy.IsFromCatalog);
        Assert.True(policy.IsAwsManaged);
        Assert.Equal("111122223333", policy.AccountId);
        Assert.Contains(policy.Document!.Document!.Statements, statement => statement.IsAllow);
    }

    [Fact]
    public void A_document_that_is_none_is_kept_and_reported_and_the_rest_is_there()
    {
        AccountAuthorization account = AccountAuthorization.Parse(Page);

        AuthorizationProblem problem = Assert.Single(account.FindDocumentProblems());
        Assert.Equal("arn:aws:iam::111122223333:role/app/broken", problem.Subject);
        IamDocument broken = Assert.Single(account.FindRole("app")!.InlinePolicies).PolicyDocument;
        Assert.False(broken.IsReadable);
        Assert.Equal("{ \"Version\": ", broken.Text);
    }

    [Fact]
    public void What_is_written_reads_as_the_same_account()
    {
        AccountAuthorization account = AccountAuthorization.Parse(Page);

        string json = account.ToJson();
        AccountAuthorization again = AccountAuthorization.Parse(json);

        Assert.Equal(json, again.ToJson());
        Assert.Equal(account.FindUser("anna")!.InlinePolicies, again.FindUser("anna")!.InlinePolicies);
        Assert.Equal("{ \"Version\": ", Assert.Single(again.FindRole("app")!.InlinePolicies).PolicyDocument.Text);
    }

    [Fact]
    public void Pages_that_follow_each_other_are_one_account()
    {
        string second = """{ "UserDetailList": [ { "UserName": "bert", "Arn": "arn:aws:iam::111122223333:user/bert" } ] }""";

        AccountAuthorization account = AccountAuthorization.Parse($"{Page}\n{second}");

        Assert.Equal(["anna", "bert"], account.Users.Select(user => user.UserName));
    }

    [Fact]
    public void An_entry_without_an_ARN_is_left_out_and_reported()
    {
        AccountAuthorization account = AccountAuthorization.Parse("""
            { "UserDetailList": [ { "UserName": "nobody" }, "what", { "UserName": "bert", "Arn": "arn:aws:iam::111122223333:user/bert", "New": 1, "GroupList": null, "CreateDate": "soon" } ] }
            """);

        Assert.Equal("bert", Assert.Single(account.Users).UserName);
        Assert.Equal(2, account.Problems.Count);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("{ \"UserDetailList\": [ { \"UserName\": ", "half-way")]
    [InlineData("{ \"Users\": [] }", "has none of UserDetailList")]
    [InlineData("[]", "no user, group or role")]
    [InlineData("\"text\"", "has none of")]
    public void What_is_no_such_JSON_is_one_clear_error(string json, string reason)
    {
        CloudException error = Assert.Throws<CloudException>(() => AccountAuthorization.Parse(json));

        Assert.Equal("AuthorizationInvalid", error.ErrorId);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_text_in_many_hands_is_one_document()
    {
        string user = """{ "UserName": "NAME", "Arn": "arn:aws:iam::111122223333:user/NAME", "UserPolicyList": [ { "PolicyName": "p", "PolicyDocument": { "Statement": [] } } ] }""";
        AccountAuthorization account = AccountAuthorization.Parse($$"""{ "UserDetailList": [ {{user.Replace("NAME", "a", StringComparison.Ordinal)}}, {{user.Replace("NAME", "b", StringComparison.Ordinal)}} ] }""");

        Assert.Same(account.Users[0].InlinePolicies[0].PolicyDocument, account.Users[1].InlinePolicies[0].PolicyDocument);
    }

    [Fact]
    public void An_account_in_which_there_is_nobody_is_kept_and_read_again()
    {
        AccountAuthorization account = AccountAuthorization.Parse("""{"AccountId":"123456789012","UserDetailList":[],"GroupDetailList":[],"RoleDetailList":[],"Policies":[]}""");
        Assert.Equal("123456789012", account.AccountId);
        Assert.Empty(account.Users);
        Assert.Equal("123456789012", AccountAuthorization.Parse(account.ToJson()).AccountId);
    }
}
