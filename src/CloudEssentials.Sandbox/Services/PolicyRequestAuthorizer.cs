namespace CloudEssentials.Sandbox.Services;

/// <summary>Lets every authenticated caller of the account through.</summary>
internal sealed class PolicyRequestAuthorizer : IRequestAuthorizer
{
    public AuthorizationVerdict Decide(AuthorizationRequest request) => AuthorizationVerdict.Allowed;
}
