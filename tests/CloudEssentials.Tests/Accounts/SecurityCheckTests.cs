using CloudEssentials.Accounts;
using CloudEssentials.Accounts.Checks;

namespace CloudEssentials.Tests.Accounts;

public sealed class SecurityCheckTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_item_of_the_benchmark_and_every_control_of_Security_Hub_has_a_check()
    {
        string[] wanted =
        [
            .. Enumerable.Range(1, 6).Select(item => $"CIS-2.1.{item}"), .. Enumerable.Range(2, 20).Select(item => $"CIS-2.{item}"), .. Enumerable.Range(1, 28).Select(item => $"IAM.{item}"),
        ];

        string[] answered = [.. SecurityChecks.All.Where(check => check.Scope.HasFlag(CheckScope.Baseline)).SelectMany(check => check.Controls)];
        Assert.Empty(wanted.Except(answered));
        Assert.Empty(answered.Except(wanted));
    }

    [Fact]
    public void Names_are_stable_words_and_each_is_there_once()
    {
        Assert.All(SecurityChecks.All, check => Assert.Matches("^[A-Z][A-Za-z]+$", check.Name));
        Assert.Equal(SecurityChecks.All.Count, SecurityChecks.All.Select(check => check.Name).Distinct().Count());
        Assert.All(SecurityChecks.All, check => Assert.EndsWith(".", check.Title, StringComparison.Ordinal));
    }

    [Fact]
    public void A_check_asks_for_nothing_that_it_does_not_declare()
    {
        foreach (SecurityCheck check in SecurityChecks.All)
        {
            AccountFacts facts = Empty();
            foreach (AccountFactKinds kind in Enum.GetValues<AccountFactKinds>())
            {
                if (kind != AccountFactKinds.None && !(check.Needs | check.Uses).HasFlag(kind))
                    facts.Refuse(kind, new("Undeclared", $"{check.Name} asked for {kind}"));
            }

            AddEmpty(facts, check.Needs | check.Uses);
            Assert.NotEmpty(check.Run(facts));
        }
    }

    [Fact]
    public void What_is_refused_is_unknown_names_the_permission_and_takes_nothing_else_with_it()
    {
        AccountFacts facts = Empty();
        AddEmpty(facts, (AccountFactKinds)((1 << 17) - 1));
        facts.Refuse(AccountFactKinds.PasswordPolicy, new AwsRefusedException("AccessDenied", "no", CloudErrorCategory.PermissionDenied, null, null, new InvalidOperationException())
        {
            ErrorCode = "AccessDenied",
            Action = "iam:GetAccountPasswordPolicy",
        });

        SecurityFinding[] findings = [.. SecurityChecks.All.SelectMany(check => check.Run(facts))];

        SecurityFinding length = Assert.Single(findings, finding => finding.Check == "PasswordLength");
        Assert.Equal(FindingStatus.Unknown, length.Status);
        Assert.Contains("iam:GetAccountPasswordPolicy", length.Reason, StringComparison.Ordinal);
        Assert.NotEqual(FindingStatus.Unknown, Assert.Single(findings, finding => finding.Check == "SecurityContact").Status);
    }

    [Fact]
    public void Root_keys_fail_one_by_one_active_or_not_and_their_use_is_evidence_of_its_own()
    {
        AccountFacts facts = WithReport("<root_account>,arn:aws:iam::123456789012:root,2020-01-02T03:04:05+00:00,not_supported,2026-11-22T08:00:00+00:00,true,true,2021-01-01T00:00:00+00:00,2026-11-16T10:00:00+00:00,false,2020-06-01T00:00:00+00:00,N/A");

        SecurityFinding[] keys = Run("RootAccessKey", facts);
        Assert.Equal([SecuritySeverity.Critical, SecuritySeverity.High], keys.Select(key => key.Severity));
        Assert.All(keys, key => Assert.Equal(FindingStatus.Fail, key.Status));
        Assert.Contains("2026-11-16", Assert.Single(Run("RootKeyUse", facts)).Evidence, StringComparison.Ordinal);
        SecurityFinding password = Assert.Single(Run("RootPasswordUse", facts));
        Assert.Equal(FindingStatus.Fail, password.Status);
        Assert.Contains("2026-11-22", password.Evidence, StringComparison.Ordinal);
        Assert.Equal(["CIS-2.7", "IAM.20"], password.Control);
    }

    [Theory]
    [InlineData(1, "arn:aws:iam::123456789012:root", FindingStatus.Warning)]
    [InlineData(1, "arn:aws:iam::123456789012:user/anna", FindingStatus.Pass)]
    [InlineData(0, "arn:aws:iam::123456789012:user/anna", FindingStatus.Fail)]
    public void A_virtual_device_does_not_disprove_hardware_and_its_absence_proves_it(int mfa, string owner, FindingStatus status)
    {
        AccountFacts facts = Empty();
        facts.Add(AccountFactKinds.Summary, new Dictionary<string, int> { ["AccountMFAEnabled"] = mfa });
        facts.Add(AccountFactKinds.VirtualMfaDevices, new List<KeyValuePair<string, string>> { new("arn:aws:iam::123456789012:mfa/x", owner) });

        Assert.Equal(status, Assert.Single(Run("RootHardwareMfa", facts)).Status);
    }

    [Theory]
    [InlineData("""{"AWS":"*"}""", "", "TrustAnyone")]
    [InlineData("\"*\"", "", "TrustAnyone")]
    [InlineData("""{"AWS":"*"}""", """,{"StringLike":{"aws:userid":"AROA*"}}""", "TrustAnyone")]
    [InlineData("""{"AWS":"*"}""", """,{"StringEquals":{"aws:PrincipalOrgID":"o-abc"}}""", null)]
    [InlineData("""{"AWS":"arn:aws:iam::999988887777:root"}""", "", "TrustWithoutExternalId")]
    [InlineData("""{"AWS":"999988887777"}""", """,{"StringEquals":{"sts:ExternalId":"x1"}}""", null)]
    [InlineData("""{"AWS":"arn:aws:iam::123456789012:root"}""", "", null)]
    [InlineData("""{"Service":"ec2.amazonaws.com"}""", "", null)]
    [InlineData("""{"Federated":"arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"}""", """,{"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"}}""", "OidcSubject")]
    [InlineData("""{"Federated":"arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"}""", """,{"StringLike":{"token.actions.githubusercontent.com:sub":"repo:a/b:*"}}""", null)]
    [InlineData("""{"Federated":"arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"}""", """,{"StringLike":{"token.actions.githubusercontent.com:sub":"*"}}""", "OidcSubject")]
    public void A_trust_policy_that_is_open_is_found(string principal, string condition, string? check)
    {
        string statement = condition.Length == 0 ? "" : $",\"Condition\":{condition[1..]}";
        AccountFacts facts = WithAuthorization(builder => builder.Add(new IamRole
        {
            AccountId = "123456789012",
            Arn = "arn:aws:iam::123456789012:role/r",
            RoleName = "r",
            AssumeRolePolicyDocument = new($$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{{principal}},"Action":"sts:AssumeRole"{{statement}} } }"""),
        }));

        string[] failed = [.. new[] { "TrustAnyone", "TrustWithoutExternalId", "OidcSubject" }.Where(name => Run(name, facts).Any(finding => finding.Status == FindingStatus.Fail))];
        Assert.Equal(check is null ? [] : [check], failed);
    }

    [Fact]
    public void A_policy_that_cannot_be_read_is_a_finding_and_the_others_are_checked()
    {
        AccountFacts facts = WithAuthorization(builder =>
        {
            builder.Add(Group("broken", "{\"Version\":"));
            builder.Add(Group("space", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam: GetUser","Resource":"*"}}"""));
            builder.Add(Group("all", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"""));
        });

        SecurityFinding[] faults = Run("PolicyFault", facts);
        Assert.Equal(["group/broken", "group/space"], faults.Select(fault => fault.Subject));
        Assert.Contains("iam:GetUser", faults[1].Reason, StringComparison.Ordinal);
        Assert.Equal("group/all", Assert.Single(Run("FullAccess", facts)).Subject);
        Assert.Equal(3, Run("EmptyGroup", facts).Length);
    }

    private static IamGroup Group(string name, string policy) => new()
    {
        AccountId = "123456789012",
        Arn = $"arn:aws:iam::123456789012:group/{name}",
        GroupName = name,
        InlinePolicies = [new("123456789012", "p", new(policy))],
    };

    private static AccountFacts WithAuthorization(Action<AccountAuthorizationBuilder> fill)
    {
        AccountAuthorizationBuilder builder = new() { AccountId = "123456789012" };
        fill(builder);
        AccountFacts facts = Empty();
        facts.Add(AccountFactKinds.Authorization, builder.Build());
        return facts;
    }

    private static AccountFacts WithReport(params string[] rows)
    {
        AccountFacts facts = Empty();
        facts.Add(AccountFactKinds.CredentialReport, CredentialReport.Parse("user,arn,user_creation_time,password_enabled,password_last_used,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date\n" + string.Join('\n', rows)));
        return facts;
    }

    private static SecurityFinding[] Run(string check, AccountFacts facts) => [.. SecurityChecks.All.Single(known => known.Name == check).Run(facts)];

    private static AccountFacts Empty() => new() { AccountId = "123456789012", TakenAt = _now };

    private static void AddEmpty(AccountFacts facts, AccountFactKinds kinds)
    {
        Dictionary<AccountFactKinds, object> values = new()
        {
            [AccountFactKinds.CredentialReport] = CredentialReport.Parse("user,arn\n"),
            [AccountFactKinds.Summary] = new Dictionary<string, int>(),
            [AccountFactKinds.VirtualMfaDevices] = new List<KeyValuePair<string, string>>(),
            [AccountFactKinds.Authorization] = new AccountAuthorizationBuilder { AccountId = "123456789012" }.Build(),
            [AccountFactKinds.PasswordPolicy] = PasswordRules.Default,
            [AccountFactKinds.ServerCertificates] = new List<CertificateFact>(),
            [AccountFactKinds.IdentityProviders] = new List<string>(),
            [AccountFactKinds.Organization] = new OrganizationFact("o-abc", "123456789012"),
            [AccountFactKinds.RootFeatures] = new List<string>(),
            [AccountFactKinds.DelegatedAdministrators] = new List<string>(),
            [AccountFactKinds.Guardrails] = new List<string>(),
            [AccountFactKinds.Contact] = true,
            [AccountFactKinds.SecurityContact] = false,
            [AccountFactKinds.Analyzers] = new List<RegionalFact<string>>(),
            [AccountFactKinds.Instances] = new List<RegionalFact<InstanceFact>>(),
            [AccountFactKinds.RoleSessions] = new Dictionary<string, TimeSpan>(),
            [AccountFactKinds.MemberRoot] = new MemberRootFact(HasPassword: false, HasMfa: false, 0, []),
        };
        foreach ((AccountFactKinds kind, object value) in values)
        {
            if (kinds.HasFlag(kind))
                facts.Add(kind, value);
        }
    }
}
