namespace CloudEssentials.Sandbox.Services;

/// <summary>Decides whether a caller may do what a request asks.</summary>
internal interface IRequestAuthorizer
{
    AuthorizationVerdict Decide(AuthorizationRequest request);
}
