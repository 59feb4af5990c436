using CloudEssentials.Accounts;
using CloudEssentials.Aws.Accounts;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Where commands get an account's authorization from.</summary>
internal static class AuthorizationSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>What was given, else from the files, else from the connected account.</summary>
    /// <exception cref="CloudException"><c>AuthorizationInvalid</c>, <c>FileNotFound</c>, <c>ParameterConflict</c>, and AWS's refusals.</exception>
    public static async Task<IReadOnlyList<AccountAuthorization>> ReadAuthorizationAsync(this IOperationHost host, AuthorizationRequest request, CancellationToken cancellationToken)
    {
        if (request.Authorization is not null && request.Path is { Length: > 0 })
            throw new CloudException("ParameterConflict", "-Authorization and -Path cannot stand together.", remedy: "Give one of the two.");
        if (request.Authorization is { } given)
            return [given];
        return request.Path is { Length: > 0 } paths ? host.ReadAuthorizationFiles(paths) : [await host.TakeAuthorizationAsync(request, cancellationToken).ConfigureAwait(false)];
    }

    /// <summary>Reads files; pages of one account in several files are joined.</summary>
    public static IReadOnlyList<AccountAuthorization> ReadAuthorizationFiles(this IOperationHost host, IEnumerable<string> paths)
    {
        AuthorizationReader reader = new();
        foreach (string file in paths.SelectMany(host.ResolvePath))
            reader.ReadFile(file);
        IReadOnlyList<AccountAuthorization> accounts = reader.Finish();
        foreach (AccountAuthorization account in accounts)
            Warn(host, account.Prepare());
        return accounts;
    }

    /// <summary>Takes it from the connected account.</summary>
    public static async Task<AccountAuthorization> TakeAuthorizationAsync(this IOperationHost host, AwsRequest request, CancellationToken cancellationToken)
    {
        AuthorizationGateway gateway = new(await host.ConnectAsync(request, cancellationToken).ConfigureAwait(false));
        long begin = Environment.TickCount64;
        AccountAuthorization account = await gateway
            .ReadAsync(
                found =>
                {
                    if (Environment.TickCount64 - begin > Patience.TotalMilliseconds)
                        host.WriteProgress(new("Reading the account's authorization", $"{found} users, groups, roles and policies"));
                },
                cancellationToken)
            .ConfigureAwait(false);
        host.WriteVerbose($"{account} ({account.Source}, {Environment.TickCount64 - begin} ms).");
        Warn(host, account.Prepare());
        return account;
    }

    private static void Warn(IOperationHost host, AccountAuthorization account)
    {
        foreach (AuthorizationProblem problem in account.Problems)
            host.WriteWarning(problem.ToString());
    }
}
