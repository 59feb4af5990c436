using System.Globalization;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.Sandbox;

public sealed class IamOperationTests : IDisposable
{
    private const string ReadPhotos = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::photos/*"}}""";
    private const string TrustEc2 = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}""";

    private readonly SandboxAccount account = new(new SandboxOptions { Seed = "iam" });
    private readonly WireClient client;

    public IamOperationTests() => client = new WireClient(account);

    public void Dispose()
    {
        client.Dispose();
        account.Dispose();
    }

    [Fact]
    public async Task A_user_is_made_once_and_found_again_whatever_the_case()
    {
        WireAnswer made = await client.Iam("CreateUser", ("UserName", "Alice"), ("Path", "/team/"), ("Tags.member.1.Key", "job"), ("Tags.member.1.Value", "dev"));
        WireAnswer again = await client.Iam("CreateUser", ("UserName", "ALICE"));
        WireAnswer found = await client.Iam("GetUser", ("UserName", "alice"));

        Assert.Equal("arn:aws:iam::123456789012:user/team/Alice", made.Text("Arn"));
        Assert.Matches("^AIDA[A-Z2-7]{17}$", made.Text("UserId"));
        Assert.Equal((409, "EntityAlreadyExists", "User with name ALICE already exists."), (again.Status, again.Code, again.Message));
        Assert.Equal(made.Text("UserId"), found.Text("UserId"));
        Assert.Equal("dev", found.Text("Value"));
    }

    [Theory]
    [InlineData("GetUser", "UserName", "The user with name nobody cannot be found.")]
    [InlineData("GetRole", "RoleName", "The role with name nobody cannot be found.")]
    [InlineData("ListGroupPolicies", "GroupName", "The group with name nobody cannot be found.")]
    public async Task What_does_not_exist_is_named(string action, string parameter, string message)
    {
        WireAnswer answer = await client.Iam(action, (parameter, "nobody"));

        Assert.Equal((404, "NoSuchEntity", message), (answer.Status, answer.Code, answer.Message));
    }

    [Theory]
    [InlineData("a b", "The specified value for userName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-")]
    [InlineData("", "2 validation errors detected: Value '' at 'userName' failed to satisfy constraint: Member must have length greater than or equal to 1; ")]
    public async Task A_name_that_IAM_does_not_take_is_refused_in_its_words(string name, string message)
    {
        WireAnswer answer = await client.Iam("CreateUser", ("UserName", name));

        Assert.Equal((400, "ValidationError"), (answer.Status, answer.Code));
        Assert.StartsWith(message, answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parameter_that_is_missing_is_null_in_IAMs_words()
    {
        WireAnswer answer = await client.Iam("CreateUser");

        Assert.Equal("1 validation error detected: Value null at 'userName' failed to satisfy constraint: Member must not be null", answer.Message);
    }

    [Fact]
    public async Task Pages_hold_every_user_once_even_if_one_goes_between_them()
    {
        for (int number = 0; number < 7; number++)
        {
            await client.Iam("CreateUser", ("UserName", $"user{number}"));
        }

        WireAnswer first = await client.Iam("ListUsers", ("MaxItems", "3"));
        await client.Iam("DeleteUser", ("UserName", "user1"));
        WireAnswer second = await client.Iam("ListUsers", ("MaxItems", "3"), ("Marker", first.Text("Marker")!));
        WireAnswer third = await client.Iam("ListUsers", ("MaxItems", "3"), ("Marker", second.Text("Marker")!));

        Assert.Equal(["user0", "user1", "user2"], first.All("UserName"));
        Assert.Equal(["user3", "user4", "user5"], second.All("UserName"));
        Assert.Equal(["user6"], third.All("UserName"));
        Assert.Equal(("true", "true", "false"), (first.Text("IsTruncated"), second.Text("IsTruncated"), third.Text("IsTruncated")));
        Assert.Null(third.Text("Marker"));
    }

    [Fact]
    public async Task A_policy_can_be_attached_read_back_and_deleted_only_when_nobody_uses_it()
    {
        await client.Iam("CreateUser", ("UserName", "bob"));
        string arn = (await client.Iam("CreatePolicy", ("PolicyName", "ReadPhotos"), ("PolicyDocument", ReadPhotos))).Text("Arn")!;
        await client.Iam("AttachUserPolicy", ("UserName", "bob"), ("PolicyArn", arn));

        WireAnswer attached = await client.Iam("ListAttachedUserPolicies", ("UserName", "bob"));
        WireAnswer policy = await client.Iam("GetPolicy", ("PolicyArn", arn));
        WireAnswer version = await client.Iam("GetPolicyVersion", ("PolicyArn", arn), ("VersionId", "v1"));
        WireAnswer kept = await client.Iam("DeletePolicy", ("PolicyArn", arn));
        await client.Iam("DetachUserPolicy", ("UserName", "bob"), ("PolicyArn", arn));
        WireAnswer gone = await client.Iam("DeletePolicy", ("PolicyArn", arn));

        Assert.Equal("ReadPhotos", attached.Text("PolicyName"));
        Assert.Equal("1", policy.Text("AttachmentCount"));
        Assert.Equal(ReadPhotos, Uri.UnescapeDataString(version.Text("Document")!));
        Assert.Equal((409, "DeleteConflict"), (kept.Status, kept.Code));
        Assert.Equal(200, gone.Status);
    }

    [Fact]
    public async Task A_policy_has_five_versions_at_most_and_the_default_one_stays()
    {
        string arn = (await client.Iam("CreatePolicy", ("PolicyName", "p"), ("PolicyDocument", ReadPhotos))).Text("Arn")!;
        for (int number = 2; number <= 5; number++)
        {
            await client.Iam("CreatePolicyVersion", ("PolicyArn", arn), ("PolicyDocument", ReadPhotos), ("SetAsDefault", "true"));
        }

        WireAnswer sixth = await client.Iam("CreatePolicyVersion", ("PolicyArn", arn), ("PolicyDocument", ReadPhotos));
        WireAnswer versions = await client.Iam("ListPolicyVersions", ("PolicyArn", arn));
        WireAnswer kept = await client.Iam("DeletePolicyVersion", ("PolicyArn", arn), ("VersionId", "v5"));
        await client.Iam("DeletePolicyVersion", ("PolicyArn", arn), ("VersionId", "v1"));
        WireAnswer next = await client.Iam("CreatePolicyVersion", ("PolicyArn", arn), ("PolicyDocument", ReadPhotos));

        Assert.Equal("LimitExceeded", sixth.Code);
        Assert.Equal(["v5", "v4", "v3", "v2", "v1"], versions.All("VersionId"));
        Assert.Equal("DeleteConflict", kept.Code);
        Assert.Equal("v6", next.Text("VersionId"));
    }

    [Fact]
    public async Task The_policies_of_AWS_are_there()
    {
        const string Arn = "arn:aws:iam::aws:policy/AdministratorAccess";
        await client.Iam("CreateGroup", ("GroupName", "admins"));

        WireAnswer policy = await client.Iam("GetPolicy", ("PolicyArn", Arn));
        WireAnswer version = await client.Iam("GetPolicyVersion", ("PolicyArn", Arn), ("VersionId", policy.Text("DefaultVersionId")!));
        WireAnswer attached = await client.Iam("AttachGroupPolicy", ("GroupName", "admins"), ("PolicyArn", Arn));
        WireAnswer local = await client.Iam("ListPolicies", ("Scope", "Local"));
        WireAnswer used = await client.Iam("ListPolicies", ("OnlyAttached", "true"));

        Assert.Contains("\"*\"", Uri.UnescapeDataString(version.Text("Document")!), StringComparison.Ordinal);
        Assert.Equal(200, attached.Status);
        Assert.Empty(local.All("PolicyName"));
        Assert.Equal("AdministratorAccess", Assert.Single(used.All("PolicyName")));
    }

    [Theory]
    [InlineData("not json", "Syntax errors in policy.")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject"}}""", "Policy statement must contain resources.")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:Get:Object","Resource":"*"}}""", "Actions/Condition can contain only one colon.")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"GetObject","Resource":"*"}}""", "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"photos"}}""", "Resource photos must be in ARN format or \"*\".")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}}""", "Policy document should not specify a principal.")]
    [InlineData("""{"Version":"2020-01-01","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}}""", "Policy document must be version 2012-10-17 or greater.")]
    public async Task A_document_that_breaks_the_grammar_is_malformed(string document, string message)
    {
        WireAnswer answer = await client.Iam("CreatePolicy", ("PolicyName", "p"), ("PolicyDocument", document));

        Assert.Equal((400, "MalformedPolicyDocument", message), (answer.Status, answer.Code, answer.Message));
    }

    [Fact]
    public async Task An_action_that_does_not_exist_is_no_matter_to_IAM()
    {
        string document = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:Dance","Resource":"*"}}""";

        Assert.Equal(200, (await client.Iam("CreatePolicy", ("PolicyName", "p"), ("PolicyDocument", document))).Status);
    }

    [Fact]
    public async Task A_policy_that_is_too_large_exceeds_its_quota()
    {
        string actions = string.Join(',', Enumerable.Range(0, 400).Select(number => $"\"s3:GetSomething{number}\""));
        string document = ReadPhotos.Replace("\"s3:GetObject\"", $"[{actions}]", StringComparison.Ordinal);
        await client.Iam("CreateUser", ("UserName", "bob"));

        WireAnswer managed = await client.Iam("CreatePolicy", ("PolicyName", "p"), ("PolicyDocument", document));
        WireAnswer inline = await client.Iam("PutUserPolicy", ("UserName", "bob"), ("PolicyName", "p"), ("PolicyDocument", document));

        Assert.Equal((409, "LimitExceeded", "Cannot exceed quota for PolicySize: 6144"), (managed.Status, managed.Code, managed.Message));
        Assert.Equal("Maximum policy size of 2048 bytes exceeded for user bob", inline.Message);
    }

    [Fact]
    public async Task An_inline_policy_is_written_read_and_keeps_its_user_from_being_deleted()
    {
        await client.Iam("CreateUser", ("UserName", "bob"));
        await client.Iam("PutUserPolicy", ("UserName", "bob"), ("PolicyName", "photos"), ("PolicyDocument", ReadPhotos));

        WireAnswer names = await client.Iam("ListUserPolicies", ("UserName", "bob"));
        WireAnswer policy = await client.Iam("GetUserPolicy", ("UserName", "bob"), ("PolicyName", "photos"));
        WireAnswer kept = await client.Iam("DeleteUser", ("UserName", "bob"));
        await client.Iam("DeleteUserPolicy", ("UserName", "bob"), ("PolicyName", "photos"));
        WireAnswer gone = await client.Iam("DeleteUser", ("UserName", "bob"));

        Assert.Equal("photos", names.Text("member"));
        Assert.Equal(ReadPhotos, Uri.UnescapeDataString(policy.Text("PolicyDocument")!));
        Assert.Equal("Cannot delete entity, must delete policies first.", kept.Message);
        Assert.Equal(200, gone.Status);
    }

    [Fact]
    public async Task A_user_is_in_ten_groups_at_most()
    {
        await client.Iam("CreateUser", ("UserName", "bob"));
        for (int number = 0; number <= 10; number++)
        {
            await client.Iam("CreateGroup", ("GroupName", $"group{number.ToString("D2", CultureInfo.InvariantCulture)}"));
        }

        for (int number = 0; number < 10; number++)
        {
            await client.Iam("AddUserToGroup", ("GroupName", $"group{number.ToString("D2", CultureInfo.InvariantCulture)}"), ("UserName", "bob"));
        }

        WireAnswer eleventh = await client.Iam("AddUserToGroup", ("GroupName", "group10"), ("UserName", "bob"));
        WireAnswer groups = await client.Iam("ListGroupsForUser", ("UserName", "bob"));

        Assert.Equal("Cannot exceed quota for GroupsPerUser: 10", eleventh.Message);
        Assert.Equal(10, groups.All("GroupName").Count);
    }

    [Fact]
    public async Task A_role_needs_a_trust_policy_with_a_principal_that_exists()
    {
        string stranger = TrustEc2.Replace("\"Service\":\"ec2.amazonaws.com\"", "\"AWS\":\"arn:aws:iam::123456789012:user/nobody\"", StringComparison.Ordinal);

        WireAnswer made = await client.Iam("CreateRole", ("RoleName", "app"), ("AssumeRolePolicyDocument", TrustEc2));
        WireAnswer without = await client.Iam("CreateRole", ("RoleName", "b"), ("AssumeRolePolicyDocument", ReadPhotos));
        WireAnswer unknown = await client.Iam("CreateRole", ("RoleName", "c"), ("AssumeRolePolicyDocument", stranger));

        Assert.Equal("arn:aws:iam::123456789012:role/app", made.Text("Arn"));
        Assert.Equal(TrustEc2, Uri.UnescapeDataString(made.Text("AssumeRolePolicyDocument")!));
        Assert.Equal("MalformedPolicyDocument", without.Code);
        Assert.Equal("Invalid principal in policy: \"AWS\":\"arn:aws:iam::123456789012:user/nobody\"", unknown.Message);
    }

    [Fact]
    public async Task A_user_has_two_access_keys_at_most()
    {
        await client.Iam("CreateUser", ("UserName", "bob"));
        WireAnswer first = await client.Iam("CreateAccessKey", ("UserName", "bob"));
        await client.Iam("CreateAccessKey", ("UserName", "bob"));
        WireAnswer third = await client.Iam("CreateAccessKey", ("UserName", "bob"));

        Assert.Matches("^AKIA[A-Z2-7]{16}$", first.Text("AccessKeyId"));
        Assert.Equal(40, first.Text("SecretAccessKey")!.Length);
        Assert.Equal("Cannot exceed quota for AccessKeysPerUser: 2", third.Message);
    }
}
