using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.Services.Sts;
using CloudEssentials.Sandbox.Signing;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services;

/// <summary>Tells from a request's signature who sent it.</summary>
internal sealed class Authenticator(SandboxAccount account)
{
    /// <exception cref="AuthenticationRefusal">Nobody that the account knows signed it, or not this request, or not now.</exception>
    public SandboxCaller Authenticate(WireRequest request, RequestSignature? signature, ServiceTarget target, TimeSpan tolerance)
    {
        if (signature is null)
        {
            throw new AuthenticationRefusal(AuthenticationFailure.Missing);
        }

        if (signature.Service != target.Service.SigningName)
        {
            throw new AuthenticationRefusal(
                AuthenticationFailure.WrongSignature, $"Credential should be scoped to correct service: '{target.Service.SigningName}'. ");
        }

        if (target.SigningRegion is { } region && signature.Region != region)
        {
            throw new AuthenticationRefusal(
                AuthenticationFailure.WrongRegion, $"Credential should be scoped to a valid region, not '{signature.Region}'. ");
        }

        (string secret, SandboxCaller caller, DateTimeOffset? expiration) = Find(signature);
        SignatureVerifier.Verify(request, signature, secret, account.Options.SignatureClock.GetUtcNow(), tolerance);
        return expiration <= account.State.Now ? throw new AuthenticationRefusal(AuthenticationFailure.ExpiredSession) : caller;
    }

    private (string Secret, SandboxCaller Caller, DateTimeOffset? Expiration) Find(RequestSignature signature)
    {
        if (signature.SessionToken is { } token)
        {
            return SessionToken.Read(account.State, token, signature.AccessKeyId) is { } session
                ? (session.SecretAccessKey, session.Caller, session.Expiration)
                : throw new AuthenticationRefusal(AuthenticationFailure.UnknownKey);
        }

        if (signature.AccessKeyId == SandboxAccount.RootAccessKeyId)
        {
            return (SandboxAccount.RootSecretAccessKey, SandboxCaller.Root(account.AccountId, SandboxAccount.RootAccessKeyId), null);
        }

        return FindLasting(signature.AccessKeyId) is { } known
            ? (known.Secret, known.Caller, null)
            : throw new AuthenticationRefusal(AuthenticationFailure.UnknownKey);
    }

    private (string Secret, SandboxCaller Caller)? FindLasting(string accessKeyId)
    {
        foreach (SandboxState state in account.State.Members.Values.Prepend(account.State))
        {
            if (IamState.Of(state).FindCaller(accessKeyId, state.Account.Value.AccountId) is { } known)
            {
                return known;
            }
        }

        return null;
    }
}
