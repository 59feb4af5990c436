
namespace CloudEssentials.Sandbox.Scenarios;

/// <summary>A small company that does it right.</summary>
internal static class SmallCompany
{
    private static readonly (string Name, string Group)[] People =
    [
        ("ana", "Administrators"), ("ben", "Administrators"), ("chen", "Developers"), ("dana", "Developers"), ("emil", "Developers"), ("fatima", "SecurityAuditors"), ("goran", "Billing"),
    ];

    public static void Plan(ScenarioBuilder builder)
    {
        builder.At(390, () => SetUpAsync(builder));
        builder.At(60, () => PeopleAsync(builder));
        builder.At(60, () => ProgramsAsync(builder));
        builder.At(1, () => UseAsync(builder));
    }

    private static async Task SetUpAsync(ScenarioBuilder builder)
    {
        await builder.Account.Console.RegisterRootDeviceAsync("GAHT12345678").ConfigureAwait(false);
        await builder.Account.Console.RegisterPasskeyAsync(null, "root-key").ConfigureAwait(false);
        await builder.IamAsync("CreateAccountAlias", ("AccountAlias", "small-company")).ConfigureAwait(false);
        await builder.IamAsync(
            "UpdateAccountPasswordPolicy",
            ("MinimumPasswordLength", "14"),
            ("RequireSymbols", "true"),
            ("RequireNumbers", "true"),
            ("RequireUppercaseCharacters", "true"),
            ("RequireLowercaseCharacters", "true"),
            ("AllowUsersToChangePassword", "true"),
            ("PasswordReusePrevention", "24")).ConfigureAwait(false);
        await builder.WatchAsync().ConfigureAwait(false);
        await builder.GroupAsync("Administrators", "AdministratorAccess").ConfigureAwait(false);
        await builder.GroupAsync("Developers", "AmazonEC2FullAccess", "AmazonDynamoDBFullAccess").ConfigureAwait(false);
        await builder.GroupAsync("SecurityAuditors", "SecurityAudit").ConfigureAwait(false);
        await builder.GroupAsync("Billing", "job-function/Billing").ConfigureAwait(false);
    }

    private static async Task PeopleAsync(ScenarioBuilder builder)
    {
        foreach ((string name, string group) in People)
        {
            await builder.UserAsync(name, withKey: false, group).ConfigureAwait(false);
            await builder.ConsoleAsync(name).ConfigureAwait(false);
        }
    }

    private static async Task ProgramsAsync(ScenarioBuilder builder)
    {
        await builder.IamAsync("CreateRole", ("RoleName", "DirectoryApp"), ("AssumeRolePolicyDocument", Documents.TrustEc2)).ConfigureAwait(false);
        await builder.IamAsync(
            "PutRolePolicy",
            ("RoleName", "DirectoryApp"),
            ("PolicyName", "read-employees"),
            ("PolicyDocument", Documents.Allow("dynamodb:GetItem", $"arn:aws:dynamodb:us-east-1:{builder.AccountId}:table/Employees"))).ConfigureAwait(false);
        await builder.IamAsync("CreateInstanceProfile", ("InstanceProfileName", "DirectoryApp")).ConfigureAwait(false);
        await builder.IamAsync("AddRoleToInstanceProfile", ("InstanceProfileName", "DirectoryApp"), ("RoleName", "DirectoryApp")).ConfigureAwait(false);
        builder.Pass(builder.Account.Options.Timings.InstanceProfile);
        await builder.InstanceAsync("directory-app", ("IamInstanceProfile.Name", "DirectoryApp")).ConfigureAwait(false);
        await builder.IamAsync(
            "CreateRole",
            ("RoleName", "Support"),
            ("AssumeRolePolicyDocument", Documents.Trust($$"""{"AWS":"arn:aws:iam::{{builder.AccountId}}:user/ana"}"""))).ConfigureAwait(false);
        await builder.IamAsync("AttachRolePolicy", ("RoleName", "Support"), ("PolicyArn", "arn:aws:iam::aws:policy/AWSSupportAccess")).ConfigureAwait(false);
        await builder.IamAsync(
            "CreateOpenIDConnectProvider", ("Url", "https://token.actions.githubusercontent.com"), ("ClientIDList.member.1", "sts.amazonaws.com")).ConfigureAwait(false);
        await builder.IamAsync(
            "CreateRole",
            ("RoleName", "GitHubDeploy"),
            ("AssumeRolePolicyDocument", Documents.TrustGitHub(
                builder.AccountId,
                """{"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com","token.actions.githubusercontent.com:sub":"repo:small-company/directory:ref:refs/heads/main"}}"""))).ConfigureAwait(false);
        await builder.IamAsync("AttachRolePolicy", ("RoleName", "GitHubDeploy"), ("PolicyArn", "arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess")).ConfigureAwait(false);
        await builder.IamAsync("CreateSAMLProvider", ("Name", "company-directory"), ("SAMLMetadataDocument", Metadata())).ConfigureAwait(false);
    }

    private static async Task UseAsync(ScenarioBuilder builder)
    {
        foreach ((string name, string _) in People)
        {
            await builder.Account.Console.SignInAsync(name).ConfigureAwait(false);
        }
    }

    // IAM takes no metadata of less than a thousand characters.
    private static string Metadata() =>
        """<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://login.example.com/saml"><IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://login.example.com/saml/sso"/></IDPSSODescriptor><Organization><OrganizationName xml:lang="en">"""
        + string.Concat(Enumerable.Repeat("Small Company ", 60)) + "</OrganizationName></Organization></EntityDescriptor>";
}
