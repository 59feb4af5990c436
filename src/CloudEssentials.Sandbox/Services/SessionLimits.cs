using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services;

/// <summary>
/// What sessions cannot do whatever their policies say. See "Compare AWS STS credentials" in the IAM User Guide.
/// </summary>
internal static class SessionLimits
{
    private static readonly string[] StsOfSessionToken = ["AssumeRole", "GetCallerIdentity"];

    /// <exception cref="ServiceError">The call is not for such a session.</exception>
    public static void Check(SandboxCaller caller, string service, string operation, WireProtocol protocol)
    {
        // A root session for a task (AssumeRoot) has its task policy, and calls IAM with it.
        bool isSessionToken = caller is { IssuedAt: not null, Kind: CallerKind.User or CallerKind.Root, SessionPolicyArns.Count: 0 };
        if ((isSessionToken && service == "iam" && caller.MfaPresent != true) || (caller.Kind == CallerKind.FederatedUser && service == "iam"))
        {
            throw protocol.Refuse(AuthenticationFailure.UnknownKey, null);
        }

        if (service == "sts" && ((isSessionToken && !StsOfSessionToken.Contains(operation)) || (caller.Kind == CallerKind.FederatedUser && operation != "GetCallerIdentity")))
        {
            throw new ServiceError("AccessDenied", $"Cannot call {operation} with session credentials", 403);
        }
    }
}
