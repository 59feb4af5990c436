using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Sts;

/// <summary>
/// Gives a session of a role to someone whom a SAML provider vouches for. The sandbox takes the assertion as it is and does not check its
/// signature, so that anybody can write one to try with; issuer, roles, time and the trust policy decide.
/// </summary>
internal sealed partial class AssumeRoleWithSAML : SandboxOperation
{
    private const int DefaultDuration = 3600;

    public override bool OnlyReads => true;

    public override string? Permission => null;

    // The assertion is the credential.
    public override bool IsAnonymous => true;

    public override JsonObject Execute(OperationCall call)
    {
        string roleArn = call.RequiredText("RoleArn"), providerArn = call.RequiredText("PrincipalArn");
        SamlAssertion assertion = SamlAssertion.Read(call.RequiredText("SAMLAssertion"));
        (SandboxState state, IamRole role) = RoleSessions.Find(call, roleArn) ?? throw Denied();
        Check(call, assertion, state, providerArn);
        if (!assertion.Attributes["Role"].Select(pair => pair.Split(',', StringSplitOptions.TrimEntries)).Any(pair => pair.Contains(roleArn) && pair.Contains(providerArn)))
        {
            throw Denied();
        }

        string account = state.Account.Value.AccountId;
        string provider = providerArn[(providerArn.LastIndexOf('/') + 1)..];
        string session = SessionName(assertion);
        AuthorizationVerdict verdict = call.Account.Authorizer.Decide(new AuthorizationRequest(call.Caller, "sts:AssumeRoleWithSAML", [role.Arn], call.Region, state)
        {
            ResourcePolicy = role.TrustPolicy,
            Principal = providerArn,
            Context = new Dictionary<string, object?>
            {
                ["saml:aud"] = assertion.Audience,
                ["saml:iss"] = assertion.Issuer,
                ["saml:sub"] = assertion.Subject,
                ["saml:sub_type"] = assertion.SubjectType,
                ["saml:namequalifier"] = assertion.Qualifier(account, provider),
                ["saml:doc"] = $"{account}/{provider}",
                ["sts:RoleSessionName"] = session,
            },
        });
        if (!verdict.IsAllowed)
        {
            throw Denied();
        }

        JsonObject answer = RoleSessions.Answer(call, state, role, session, Duration(call, assertion, role), null);
        answer["SourceIdentity"] = assertion.Attributes["SourceIdentity"].FirstOrDefault();
        answer["Subject"] = assertion.Subject;
        answer["SubjectType"] = assertion.SubjectType;
        answer["Issuer"] = assertion.Issuer;
        answer["Audience"] = assertion.Audience;
        answer["NameQualifier"] = assertion.Qualifier(account, provider);
        return answer;
    }

    private static void Check(OperationCall call, SamlAssertion assertion, SandboxState state, string providerArn)
    {
        if (!IamState.Of(state).SamlProviders.TryGetSeen(providerArn, out IamProvider? provider))
        {
            throw SamlAssertion.Invalid("Specified provider doesn't exist");
        }

        if (SamlMetadata.ReadEntity(provider.Metadata!) != assertion.Issuer)
        {
            throw SamlAssertion.Invalid("Issuer not present in specified provider");
        }

        DateTimeOffset now = call.Account.Options.SignatureClock.GetUtcNow();
        if (assertion.NotOnOrAfter <= now || assertion.SessionNotOnOrAfter <= now)
        {
            throw new ServiceError("ExpiredTokenException", "Token must be redeemed within 5 minutes of issuance");
        }
    }

    private static string SessionName(SamlAssertion assertion)
    {
        string name = assertion.Attributes["RoleSessionName"].FirstOrDefault() ?? throw SamlAssertion.Invalid("RoleSessionName is required in AuthnResponse");
        return NameText().IsMatch(name) ? name : throw SamlAssertion.Invalid("RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}");
    }

    // 'The duration ... or until the time specified in the SAML authentication response's SessionNotOnOrAfter value, whichever is shorter.'
    private static int Duration(OperationCall call, SamlAssertion assertion, IamRole role)
    {
        int duration = RoleSessions.Duration(call, role, DefaultDuration);
        return assertion.SessionNotOnOrAfter is { } until
            ? Math.Clamp((int)(until - call.Account.Options.SignatureClock.GetUtcNow()).TotalSeconds, 1, duration)
            : duration;
    }

    private static ServiceError Denied() => new("AccessDenied", "Not authorized to perform sts:AssumeRoleWithSAML", 403);

    [GeneratedRegex(@"\A[\w+=,.@-]{2,64}\z")]
    private static partial Regex NameText();
}
