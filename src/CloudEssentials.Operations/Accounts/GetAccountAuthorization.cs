using System.Runtime.CompilerServices;
using CloudEssentials.Accounts;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Takes the whole authorization picture of an account, once, for other commands to work on.</summary>
[Operation("Get", "AccountAuthorization")]
public sealed class GetAccountAuthorization : IOperation<GetAccountAuthorizationRequest, AccountAuthorization>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<AccountAuthorization> RunAsync(
        GetAccountAuthorizationRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<AccountAuthorization> accounts = request.Path is { Length: > 0 } paths
            ? host.ReadAuthorizationFiles(paths)
            : [await host.TakeAuthorizationAsync(request, cancellationToken).ConfigureAwait(false)];
        foreach (AccountAuthorization account in accounts)
            yield return account;
    }
}
