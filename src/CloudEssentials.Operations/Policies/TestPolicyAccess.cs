using System.Runtime.CompilerServices;
using CloudEssentials.Aws.Accounts;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Operations.Policies;

/// <summary>Decides whether requests would be allowed, and explains each decision.</summary>
[Operation("Test", "PolicyAccess")]
public sealed class TestPolicyAccess : IOperation<TestPolicyAccessRequest, AccessDecision>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<AccessDecision> RunAsync(
        TestPolicyAccessRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PolicySet policies = new PolicySetReader(host).Read(request);
        AccessPrincipal? principal = request.Principal is null ? null : AccessPrincipal.Parse(request.Principal);
        if (request.UserName is not null || request.RoleName is not null)
            (policies, principal) = await CollectAsync(request, policies, principal, host, cancellationToken).ConfigureAwait(false);

        RequestContext context = host.ReadContext(request.Context);
        Check(request, policies, principal);
        CompiledPolicySet compiled = CompiledPolicySet.Compile(policies);
        foreach (PolicyProblem problem in compiled.Problems)
            host.WriteWarning($"AWS would not accept this policy, and no request matches this part of it. {problem}");
        if (compiled.FindWrongValues(context) is [PolicyProblem wrong, ..])
            throw new CloudException("ContextValueInvalid", $"A value of -Context has the wrong type. {wrong}", CloudErrorCategory.InvalidArgument, request.Context, "Give a value of the type that the condition compares.");

        DateTimeOffset now = DateTimeOffset.UtcNow;
        foreach (string action in request.Action)
        {
            foreach (string resource in request.Resource)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return compiled.Evaluate(new(action.Trim(), resource.Trim(), principal, request.ResourceAccount, context, now));
            }
        }
    }

    // Policies that were given beside come on top: what would attaching them change?
    private static async Task<(PolicySet Policies, AccessPrincipal Principal)> CollectAsync(
        TestPolicyAccessRequest request,
        PolicySet given,
        AccessPrincipal? principal,
        IOperationHost host,
        CancellationToken cancellationToken)
    {
        if (request.UserName is not null && request.RoleName is not null)
            throw new CloudException("ParameterConflict", "-UserName and -RoleName cannot stand together.", remedy: "Name one of the two.");
        if (request.UserName is not null && principal is not null)
            throw new CloudException("ParameterConflict", "-UserName and -Principal cannot stand together: the user is the principal.", remedy: "Leave -Principal out.");

        PrincipalPolicyReader reader = new(await host.ConnectAsync(request, cancellationToken).ConfigureAwait(false));
        PrincipalPolicies found = request.UserName is { } user
            ? await reader.ReadUserAsync(user, cancellationToken).ConfigureAwait(false)
            : await reader.ReadRoleAsync(request.RoleName!, cancellationToken).ConfigureAwait(false);
        host.WriteVerbose($"{found.Arn}: {found.IdentityPolicies.Count} policies{(found.Groups.Count > 0 ? $", with those of the groups {string.Join(", ", found.Groups)}" : "")}; boundary: {found.PermissionsBoundary?.Name ?? "none"}.");
        PolicySet policies = given with
        {
            IdentityPolicies = [.. found.IdentityPolicies, .. given.IdentityPolicies],
            PermissionsBoundary = given.PermissionsBoundary ?? found.PermissionsBoundary,
        };
        return (policies, Describe(request, found, principal));
    }

    // -RoleName may go with the ARN of one of the role's sessions.
    private static AccessPrincipal Describe(TestPolicyAccessRequest request, PrincipalPolicies found, AccessPrincipal? session)
    {
        if (session is null)
            return AccessPrincipal.Parse(found.Arn).With(uniqueId: found.UniqueId, tags: found.Tags);
        if (session.Kind == AccessPrincipalKind.RoleSession && session.ParentArn!.EndsWith($"/{request.RoleName}", StringComparison.Ordinal))
            return session.With(found.Arn, found.UniqueId, found.Tags);
        throw new CloudException("ParameterConflict", $"'{session}' is not a session of the role {request.RoleName}.", CloudErrorCategory.InvalidArgument, session.Id, "Give the ARN of one of its sessions, or leave -Principal out.");
    }

    private static void Check(TestPolicyAccessRequest request, PolicySet policies, AccessPrincipal? principal)
    {
        if (request.ManagementAccount is { } account && !(account.Length == 12 && account.All(char.IsAsciiDigit)))
            throw new CloudException("AccountIdInvalid", $"'{account}' is not an account id.", CloudErrorCategory.InvalidArgument, account, "An account id has 12 digits, such as 123456789012.");
        if (policies.SessionPolicies is not null && principal?.Kind == AccessPrincipalKind.User)
        {
            throw new CloudException(
                "SessionPolicyWithoutSession",
                $"-SessionPolicy narrows a session, and {principal} is a user.",
                CloudErrorCategory.InvalidArgument,
                principal.Id,
                "Give the ARN of a role, of its session (assumed-role) or of a federated user (federated-user).");
        }
    }
}
