using System.Runtime.CompilerServices;
using CloudEssentials.Accounts;
using CloudEssentials.Accounts.Checks;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Holds an account's IAM against the CIS benchmark, Security Hub's controls, and good practice.</summary>
[Operation("Test", "AccountBaseline", ResultIsFinding = true)]
public sealed class TestAccountBaseline : IOperation<TestAccountBaselineRequest, SecurityFinding>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<SecurityFinding> RunAsync(
        TestAccountBaselineRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<SecurityCheck> checks = CheckChoice.Choose(CheckScope.Baseline, request.Check, request.Control, request.Severity, host);
        if (checks.Count == 0)
            yield break;
        AccountFacts facts = request.Authorization is { } saved
            ? OfSaved(saved)
            : await FactSource.ReadAsync(await host.ConnectAsync(request, cancellationToken).ConfigureAwait(false), checks, maximumIdleDays: 90, host, cancellationToken).ConfigureAwait(false);
        foreach (SecurityCheck check in checks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (SecurityFinding finding in check.Run(facts))
                yield return finding;
        }
    }

    private static AccountFacts OfSaved(AccountAuthorization saved)
    {
        AccountFacts facts = new() { AccountId = saved.AccountId, Source = saved.Source, TakenAt = saved.TakenAt, Partition = FactSource.PartitionOf(saved) };
        facts.Add(AccountFactKinds.Authorization, saved);
        facts.RefuseRest("Only users, groups, roles and policies were given.");
        return facts;
    }
}
