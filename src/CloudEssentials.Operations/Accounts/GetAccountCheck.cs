using System.Runtime.CompilerServices;
using CloudEssentials.Accounts;
using CloudEssentials.Accounts.Checks;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Lists the checks of an account's security.</summary>
[Operation("Get", "AccountCheck")]
public sealed class GetAccountCheck : IOperation<GetAccountCheckRequest, AccountCheckInfo>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<AccountCheckInfo> RunAsync(
        GetAccountCheckRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (SecurityCheck check in CheckChoice.Choose(CheckScope.Baseline | CheckScope.RootUser, request.Check, request.Control, request.Severity, host))
            yield return AccountCheckInfo.Of(check);
    }
}
