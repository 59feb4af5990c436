using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Signing;

/// <summary>A request that cannot be told to come from anyone; the protocol finds the service's words.</summary>
internal sealed class AuthenticationRefusal(AuthenticationFailure failure, string? detail = null) : Exception(detail)
{
    public AuthenticationFailure Failure { get; } = failure;

    public string? Detail { get; } = detail;
}
