using System.IO.Enumeration;
using System.Runtime.CompilerServices;
using CloudEssentials.Accounts;
using CloudEssentials.Accounts.Access;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Says what a user or role may do, by service and access level.</summary>
[Operation("Get", "PrincipalAccess")]
public sealed class GetPrincipalAccess : IOperation<GetPrincipalAccessRequest, PrincipalServiceAccess>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<PrincipalServiceAccess> RunAsync(
        GetPrincipalAccessRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string[] users = Named(request.UserName), roles = Named(request.RoleName);
        if (users.Length + roles.Length == 0)
            throw new CloudException("PrincipalMissing", "No user and no role is named.", CloudErrorCategory.InvalidArgument, remedy: "Give -UserName or -RoleName.");
        foreach (AccountAuthorization account in await host.ReadAuthorizationAsync(request, cancellationToken).ConfigureAwait(false))
        {
            AccessFinder finder = new(account);
            foreach (IamIdentity principal in Find(account, users, roles, host))
            {
                WarnOfDocuments(principal, account, host);
                foreach (PrincipalServiceAccess access in finder.FindServices(principal, cancellationToken).Where(access => IsWanted(request, access)))
                    yield return access;
            }
        }
    }

    private static void WarnOfDocuments(IamIdentity principal, AccountAuthorization account, IOperationHost host)
    {
        IamIdentity[] holders = [principal, .. principal is IamUser user ? user.Groups.Select(account.FindGroup).OfType<IamGroup>() : []];
        string[] places = [.. holders.Select(holder => holder.Arn), .. holders.SelectMany(holder => holder.AttachedPolicies).Select(policy => policy.PolicyArn)];
        foreach (AuthorizationProblem problem in account.FindDocumentProblems().Where(problem => Array.Exists(places, place => problem.Subject.StartsWith(place, StringComparison.Ordinal))))
            host.WriteWarning($"{problem} It is taken to allow nothing.");
    }

    private static bool IsWanted(GetPrincipalAccessRequest request, PrincipalServiceAccess access) =>
        request.Service is not { Length: > 0 } services || services.Any(service => FileSystemName.MatchesSimpleExpression(service, access.Service));

    // An object with a UserName or a RoleName has the other one empty.
    private static string[] Named(string[]? names) => [.. (names ?? []).Where(name => !string.IsNullOrEmpty(name))];

    private static IEnumerable<IamIdentity> Find(AccountAuthorization account, string[] users, string[] roles, IOperationHost host)
    {
        foreach (string name in users)
        {
            if (account.FindUser(name) is { } user)
                yield return user;
            else
                host.WriteError(Unknown("user", name, account));
        }

        foreach (string name in roles)
        {
            if (account.FindRole(name) is { } role)
                yield return role;
            else
                host.WriteError(Unknown("role", name, account));
        }
    }

    private static CloudException Unknown(string kind, string name, AccountAuthorization account) => new(
        "PrincipalUnknown",
        $"The account {account.AccountId} has no {kind} '{name}'.",
        CloudErrorCategory.ObjectNotFound,
        name,
        $"See (Get-AccountAuthorization).{(kind == "user" ? "Users" : "Roles")}.");
}
