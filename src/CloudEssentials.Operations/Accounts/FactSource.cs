using CloudEssentials.Accounts;
using CloudEssentials.Accounts.Checks;
using CloudEssentials.Aws.Accounts;
using CloudEssentials.Aws.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Reads what checks need.</summary>
internal static class FactSource
{
    private const string Activity = "Reading the account";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    /// <summary>Reads from the account, all parts at once.</summary>
    internal static async Task<AccountFacts> ReadAsync(AwsConnection connection, IReadOnlyList<SecurityCheck> checks, int maximumIdleDays, IOperationHost host, CancellationToken cancellationToken)
    {
        AccountFactReader reader = new(connection);
        AccountFactKinds kinds = checks.Aggregate(AccountFactKinds.None, (all, check) => all | check.Needs | check.Uses);

        // Who it is comes first: keys that are wrong should end the command, and not make every check unknown.
        CallerIdentity identity = await connection.GetCallerIdentityAsync(cancellationToken).ConfigureAwait(false);
        AccountFacts facts = new() { AccountId = identity.AccountId, Partition = connection.Partition, Source = reader.Source, MaximumIdleDays = maximumIdleDays };
        int done = 0;
        int all = kinds.ToString().Split(',').Length;
        await host.WatchAsync(reader.ReadAsync(facts, kinds, _ => Interlocked.Increment(ref done), cancellationToken), Activity, () => ($"{done} of {all} parts", 100 * done / all)).ConfigureAwait(false);
        return facts;
    }

    /// <summary>Waits, and shows how far the work is where it takes more than a second.</summary>
    internal static async Task WatchAsync(this IOperationHost host, Task work, string activity, Func<(string Status, int Percent)> state)
    {
        bool shown = false;
        while (await Task.WhenAny(work, Task.Delay(_patience)).ConfigureAwait(false) != work)
        {
            shown = true;
            (string status, int percent) = state();
            host.WriteProgress(new(activity, status, percent));
        }

        if (shown)
            host.WriteProgress(new(activity, "Done", 100, Completed: true));
        await work.ConfigureAwait(false);
    }

    /// <summary>Says of all parts that were not given why they are not there.</summary>
    internal static void RefuseRest(this AccountFacts facts, string reason)
    {
        foreach (AccountFactKinds kind in Enum.GetValues<AccountFactKinds>().Where(kind => kind != AccountFactKinds.None && !facts.Has(kind)))
            facts.Refuse(kind, new("FactNotAsked", reason, CloudErrorCategory.InvalidOperation, kind.ToString(), "Connect to the account (Connect-CloudAccount) and check it there."));
    }

    /// <summary>The partition of an account, from any ARN of it.</summary>
    internal static string PartitionOf(AccountAuthorization account) => account.Identities.FirstOrDefault()?.Arn.Split(':') is ["arn", { } partition, ..] ? partition : "aws";
}
