using System.Runtime.CompilerServices;
using CloudEssentials.Accounts;
using CloudEssentials.Accounts.Checks;
using CloudEssentials.Aws.Accounts;
using CloudEssentials.Aws.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Looks at the root users of an organization's member accounts, many at once; findings in the order of the accounts.</summary>
internal sealed class MemberAudit(AwsConnection connection, AccountFacts management, TestRootUserSecurityRequest request, IOperationHost host)
{
    private const string Activity = "Looking at the root users of member accounts";
    private static readonly SecurityCheck _check = SecurityChecks.All.First(check => check.Needs == AccountFactKinds.MemberRoot);

    private readonly MemberRootGateway _gateway = new(connection);
    private int _done;

    internal async IAsyncEnumerable<SecurityFinding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<string> accounts = await ListAsync(cancellationToken).ConfigureAwait(false);
        if (management.Refusal(AccountFactKinds.MemberRoot) is AwsRefusedException)
        {
            foreach (SecurityFinding finding in _check.Run(management))
                yield return finding;
        }

        using SemaphoreSlim throttle = new(request.ThrottleLimit);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<AccountFacts>[] audits = [.. accounts.Select(account => AuditAsync(account, throttle, stop.Token))];
        try
        {
            for (int i = 0; i < audits.Length; i++)
            {
                await host.WatchAsync(audits[i], Activity, () => ($"{_done} of {audits.Length} accounts", 100 * _done / audits.Length)).ConfigureAwait(false);
                foreach (SecurityFinding finding in _check.Run(await audits[i].ConfigureAwait(false)))
                    yield return finding;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(audits).ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        if (management.Has(AccountFactKinds.Organization) && management.Organization.Id is null)
        {
            host.WriteWarning($"Account {management.AccountId} is in no organization: there are no member accounts to look at.");
            return [];
        }

        string except = management.Has(AccountFactKinds.Organization) ? management.Organization.ManagementAccountId ?? management.AccountId : management.AccountId;
        try
        {
            return await _gateway.ListMembersAsync(except, cancellationToken).ConfigureAwait(false);
        }
        catch (AwsRefusedException refused)
        {
            management.Refuse(AccountFactKinds.MemberRoot, refused);
            return [];
        }
    }

    private async Task<AccountFacts> AuditAsync(string account, SemaphoreSlim throttle, CancellationToken cancellationToken)
    {
        AccountFacts facts = new() { AccountId = account, Partition = management.Partition, Source = management.Source, MaximumIdleDays = request.MaximumIdleDays };
        await throttle.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            facts.Add(AccountFactKinds.MemberRoot, await Task.Run(() => _gateway.AuditAsync(account, cancellationToken), cancellationToken).ConfigureAwait(false));
        }
        catch (CloudException error)
        {
            facts.Refuse(AccountFactKinds.MemberRoot, error);
        }
        finally
        {
            throttle.Release();
            Interlocked.Increment(ref _done);
        }

        return facts;
    }
}
