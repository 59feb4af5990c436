using System.Globalization;
using System.Text;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>
/// AssumeRoleWithSAML. The answer's shape is STS/latest/APIReference/API_AssumeRoleWithSAML.html's, the refusals are those of
/// 'Troubleshoot SAML federation with IAM' in the IAM User Guide.
/// </summary>
public sealed class SamlTests : IDisposable
{
    private const string Provider = "arn:aws:iam::123456789012:saml-provider/Contoso";
    private const string Role = "arn:aws:iam::123456789012:role/people";
    private const string Issuer = "https://idp.contoso.com/saml";
    private const string Good = $"{Role},{Provider}";

    private readonly SandboxAccount account = new(new SandboxOptions { Seed = "saml" });
    private readonly WireClient root;

    public SamlTests() => root = new WireClient(account);

    public void Dispose()
    {
        root.Dispose();
        account.Dispose();
    }

    [Fact]
    public async Task An_assertion_opens_the_role_that_it_names_and_the_answer_tells_whose_it_is()
    {
        await SetUpAsync();

        WireAnswer answer = await AssumeAsync(Assertion());

        Assert.Equal(200, answer.Status);
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/people/ana@contoso.com", answer.Text("Arn"));
        Assert.Equal(("ana-7", "persistent"), (answer.Text("Subject"), answer.Text("SubjectType")));
        Assert.Equal((Issuer, "https://signin.aws.amazon.com/saml"), (answer.Text("Issuer"), answer.Text("Audience")));
        Assert.Equal("BKbSsfvjzIih5tuUTDWkK2df5es=", answer.Text("NameQualifier"));
    }

    [Fact]
    public async Task The_session_has_the_roles_permissions()
    {
        await SetUpAsync();
        await root.Iam("AttachRolePolicy", ("RoleName", "people"), ("PolicyArn", "arn:aws:iam::aws:policy/IAMReadOnlyAccess"));

        WireAnswer answer = await AssumeAsync(Assertion());
        using WireClient session = new(account) { AccessKeyId = answer.Text("AccessKeyId")!, SecretAccessKey = answer.Text("SecretAccessKey")!, SessionToken = answer.Text("SessionToken") };

        Assert.Equal(200, (await session.Iam("ListUsers")).Status);
        Assert.Equal("AccessDenied", (await session.Iam("CreateUser", ("UserName", "eve"))).Code);
    }

    [Theory]
    [InlineData("arn:aws:iam::123456789012:role/other,arn:aws:iam::123456789012:saml-provider/Contoso", "AccessDenied", "Not authorized to perform sts:AssumeRoleWithSAML")]
    [InlineData("", "AccessDenied", "Not authorized to perform sts:AssumeRoleWithSAML")]
    public async Task An_assertion_that_does_not_name_the_role_is_refused(string roles, string code, string message)
    {
        await SetUpAsync();

        WireAnswer answer = await AssumeAsync(Assertion(roles: roles));

        Assert.Equal((code, message), (answer.Code, answer.Message));
    }

    [Fact]
    public async Task What_is_wrong_with_an_assertion_is_said_in_AWSs_words()
    {
        await SetUpAsync();

        Assert.Equal("Issuer not present in specified provider", (await AssumeAsync(Assertion(issuer: "https://evil.example"))).Message);
        Assert.Equal("RoleSessionName is required in AuthnResponse", (await AssumeAsync(Assertion(session: null))).Message);
        Assert.Equal("RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}", (await AssumeAsync(Assertion(session: "a b"))).Message);
        Assert.Equal("ExpiredTokenException", (await AssumeAsync(Assertion(until: DateTimeOffset.UtcNow.AddMinutes(-1)))).Code);
        Assert.Equal("InvalidIdentityToken", (await AssumeAsync("nothing")).Code);
        Assert.Equal("InvalidIdentityToken", (await AssumeAsync("<Response><half")).Code);
        Assert.Equal("Specified provider doesn't exist", (await AssumeAsync(Assertion(), provider: Provider + "2")).Message);
    }

    [Fact]
    public async Task A_trust_policy_that_asks_for_another_audience_refuses()
    {
        await SetUpAsync(audience: "https://elsewhere.example/saml");

        Assert.Equal((403, "AccessDenied"), ((await AssumeAsync(Assertion())).Status, (await AssumeAsync(Assertion())).Code));
    }

    private async Task SetUpAsync(string audience = "https://signin.aws.amazon.com/saml")
    {
        string metadata = $"""<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{Issuer}"><IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"/></EntityDescriptor>""";
        WireAnswer made = await root.Iam("CreateSAMLProvider", ("Name", "Contoso"), ("SAMLMetadataDocument", metadata.PadRight(1000)));
        Assert.Equal(200, made.Status);
        WireAnswer role = await root.Iam("CreateRole", ("RoleName", "people"), ("AssumeRolePolicyDocument", $$$$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":"{{{{{Provider}}}}}"},"Action":"sts:AssumeRoleWithSAML","Condition":{"StringEquals":{"SAML:aud":"{{{{{audience}}}}}"}}}}"""));
        Assert.Equal(200, role.Status);
    }

    private Task<WireAnswer> AssumeAsync(string assertion, string provider = Provider) => root.Sts(
        "AssumeRoleWithSAML", ("RoleArn", Role), ("PrincipalArn", provider), ("SAMLAssertion", Convert.ToBase64String(Encoding.UTF8.GetBytes(assertion))));

    private static string Assertion(string issuer = Issuer, string roles = Good, string? session = "ana@contoso.com", DateTimeOffset? until = null) => $"""
        <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"><Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion">
          <Issuer>{issuer}</Issuer>
          <Subject>
            <NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">ana-7</NameID>
            <SubjectConfirmation><SubjectConfirmationData NotOnOrAfter="{(until ?? DateTimeOffset.UtcNow.AddMinutes(5)).ToString("O", CultureInfo.InvariantCulture)}" Recipient="https://signin.aws.amazon.com/saml"/></SubjectConfirmation>
          </Subject>
          <AttributeStatement>
            <Attribute Name="https://aws.amazon.com/SAML/Attributes/Role"><AttributeValue>{roles}</AttributeValue></Attribute>
            {(session is null ? "" : $"<Attribute Name=\"https://aws.amazon.com/SAML/Attributes/RoleSessionName\"><AttributeValue>{session}</AttributeValue></Attribute>")}
          </AttributeStatement>
        </Assertion></samlp:Response>
        """;
}
