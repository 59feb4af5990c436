using CloudEssentials.Accounts;
using CloudEssentials.Accounts.Access;

namespace CloudEssentials.Benchmarks.Accounts;

/// <summary>Who can do what in an account of 3,000 users, 300 groups and 500 roles, on one thread.</summary>
public sealed class AccessFigures : IQuickFigures
{
    /// <inheritdoc/>
    public IEnumerable<QuickFigure> Measure()
    {
        byte[] json = EnterpriseAccount.Write(1);
        yield return new("Enterprise account: the file", json.Length / 1e6, "MB", "");
        long before = GC.GetTotalMemory(forceFullCollection: true);
        AccountAuthorization? account = null;
        yield return new("Enterprise account: load, first in the process", AccountTimer.Time(() => account = AccountTimer.Load(json)), "ms", "below 1,500");
        yield return new("Who may: the first question after the load", AccountTimer.Time(() => AccountTimer.Ask(account!, "s3:DeleteBucket")), "ms", "below 100");
        foreach (string question in AccountTimer.Questions)
            AccountTimer.Ask(account!, question);
        yield return new("Who may: slowest of seven questions", AccountTimer.Questions.Max(question => AccountTimer.Mean(10, () => AccountTimer.Ask(account!, question))), "ms", "below 100");
        yield return new("Escalation paths of all principals, first", AccountTimer.Time(() => AccountTimer.Escalate(account!)), "ms", "");
        yield return new("Escalation paths of all principals, later", AccountTimer.Mean(5, () => AccountTimer.Escalate(account!)), "ms", "");
        yield return new("Escalation paths found", new EscalationFinder(account!).Find().Count(), "", "");
        yield return new("Memory held after all that", (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6, "MB", "below 200");
        yield return new("Memory of the process at its most", AccountTimer.PeakMegabytes, "MB", "below 200");
        GC.KeepAlive(account);
    }
}
