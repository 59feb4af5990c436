using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Sts;

/// <summary>
/// Gives a session of a role to someone whom an OpenID Connect provider vouches for. The sandbox does not reach the issuer, so it takes
/// the token's claims as they are and does not check its signature; issuer, audience, expiry and the trust policy decide.
/// </summary>
internal sealed class AssumeRoleWithWebIdentity : SandboxOperation
{
    private const int DefaultDuration = 3600;

    public override bool OnlyReads => true;

    public override string? Permission => null;

    // The token is the credential.
    public override bool IsAnonymous => true;

    public override JsonObject Execute(OperationCall call)
    {
        JsonObject claims = Claims(call.RequiredText("WebIdentityToken"));
        string issuer = Claim(claims, "iss").Replace("https://", string.Empty, StringComparison.Ordinal).TrimEnd('/');
        (SandboxState state, IamRole role) = RoleSessions.Find(call, call.RequiredText("RoleArn")) ?? throw Denied();
        string arn = $"arn:{call.Partition}:iam::{state.Account.Value.AccountId}:oidc-provider/{issuer}";
        if (!IamState.Of(state).OidcProviders.TryGetSeen(arn, out IamProvider? provider))
        {
            throw new ServiceError("InvalidIdentityToken", "No OpenIDConnect provider found in your account for " + Claim(claims, "iss"));
        }

        if (!provider.ClientIds.Contains(Claim(claims, "aud")))
        {
            throw new ServiceError("InvalidIdentityToken", "Incorrect token audience");
        }

        if (claims["exp"] is { } expiry && expiry.GetValue<long>() <= call.Account.Options.SignatureClock.GetUtcNow().ToUnixTimeSeconds())
        {
            throw new ServiceError("ExpiredTokenException", "Token expired: current date/time must be before the expiration date/time");
        }

        AuthorizationVerdict verdict = call.Account.Authorizer.Decide(new AuthorizationRequest(
            call.Caller, "sts:AssumeRoleWithWebIdentity", [role.Arn], call.Region, state)
        {
            ResourcePolicy = role.TrustPolicy,
            Principal = arn,
            Context = new Dictionary<string, object?>
            {
                [$"{issuer}:sub"] = Claim(claims, "sub"),
                [$"{issuer}:aud"] = Claim(claims, "aud"),
                ["sts:RoleSessionName"] = call.RequiredText("RoleSessionName"),
            },
        });
        if (!verdict.IsAllowed)
        {
            throw Denied();
        }

        JsonObject answer = RoleSessions.Answer(
            call, state, role, call.RequiredText("RoleSessionName"), RoleSessions.Duration(call, role, DefaultDuration), null);
        answer["SubjectFromWebIdentityToken"] = Claim(claims, "sub");
        answer["Provider"] = arn;
        answer["Audience"] = Claim(claims, "aud");
        return answer;
    }

    private static JsonObject Claims(string token)
    {
        string[] parts = token.Split('.');
        try
        {
            return parts.Length == 3 && Base64Url.Read(parts[1]) is { } bytes && JsonNode.Parse(bytes) is JsonObject claims ? claims : throw Malformed();
        }
        catch (System.Text.Json.JsonException)
        {
            throw Malformed();
        }
    }

    private static string Claim(JsonObject claims, string name) => claims[name] is JsonValue value && value.TryGetValue(out string? text) ? text : throw Malformed();

    private static ServiceError Malformed() => new("InvalidIdentityToken", "The ID Token provided is not a valid JWT.");

    private static ServiceError Denied() => new("AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity", 403);
}
