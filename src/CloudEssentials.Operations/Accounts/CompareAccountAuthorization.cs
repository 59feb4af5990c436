using System.Runtime.CompilerServices;
using CloudEssentials.Accounts;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Says what changed between two pictures of an account.</summary>
[Operation("Compare", "AccountAuthorization")]
public sealed class CompareAccountAuthorization : IOperation<CompareAccountAuthorizationRequest, AuthorizationChange>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<AuthorizationChange> RunAsync(
        CompareAccountAuthorizationRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AccountAuthorization before = Read(request.ReferenceAuthorization, host);
        AccountAuthorization after = request.DifferenceAuthorization is { } given
            ? Read(given, host)
            : await host.TakeAuthorizationAsync(request, cancellationToken).ConfigureAwait(false);
        if (before.AccountId != after.AccountId)
            host.WriteWarning($"The two are of different accounts, {before.AccountId} and {after.AccountId}.");
        foreach (AuthorizationChange change in AuthorizationComparer.Compare(before, after, cancellationToken))
            yield return change;
    }

    private static AccountAuthorization Read(object? value, IOperationHost host) => (value is null ? null : host.Unwrap(value)) switch
    {
        AccountAuthorization account => account,
        string path => One(host.ReadAuthorizationFiles([path]), path),
        FileInfo file => One(host.ReadAuthorizationFiles([file.FullName]), file.FullName),
        _ => throw new CloudException("AuthorizationExpected", "An account's authorization was expected.", CloudErrorCategory.InvalidArgument, value, "Give what Get-AccountAuthorization returned, or the path of a saved file."),
    };

    private static AccountAuthorization One(IReadOnlyList<AccountAuthorization> accounts, string path) => accounts.Count == 1
        ? accounts[0]
        : throw new CloudException("AuthorizationInvalid", $"'{path}' holds the authorization of {accounts.Count} accounts.", CloudErrorCategory.InvalidData, path, "Read it with Get-AccountAuthorization and give one of them.");
}
