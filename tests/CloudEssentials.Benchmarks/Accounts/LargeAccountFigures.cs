using CloudEssentials.Accounts;
using CloudEssentials.Operations.Accounts;

namespace CloudEssentials.Benchmarks.Accounts;

/// <summary>
/// What ten times the account costs: the mean of many rounds on the one against the mean of a tenth as many on the other.
/// Means, for the best of several would leave out the collector's work for the small account, which fits between two
/// collections, and never for the large one. Questions are asked as a person asks them, one now and then: the processor's
/// caches are emptied before each. Asked without a pause, the small account answers from the cache and the large one cannot.
/// </summary>
public sealed class LargeAccountFigures : IQuickFigures
{
    private const int Factor = 10;
    private const int Rounds = 4;
    private const int CacheLine = 64;
    private const int Trials = 5;

    // Larger than the last cache of any processor of today.
    private readonly byte[] _other = new byte[256 << 20];

    /// <inheritdoc/>
    public IEnumerable<QuickFigure> Measure()
    {
        byte[] smallJson = EnterpriseAccount.Write(1), largeJson = EnterpriseAccount.Write(Factor);
        yield return Compare("load", () => AccountTimer.Load(smallJson), () => AccountTimer.Load(largeJson), rounds: 1);
        AccountAuthorization small = AccountTimer.Load(smallJson), large = AccountTimer.Load(largeJson);
        QuickFigure warm = Compare("seven questions without a pause", () => AskAll(small), () => AskAll(large), Rounds) with { Wanted = "" };
        yield return new("Ten times the account: seven questions (x100)", 100 * AskApart(large) / AskApart(small), "", "at most 1,200");
        yield return warm;
        yield return Compare("escalation paths", () => AccountTimer.Escalate(small), () => AccountTimer.Escalate(large), rounds: 1);
        yield return Compare("baseline of the saved account", () => Check(small), () => Check(large), rounds: 1);
        yield return new("Ten times the account: a question, mean of seven", AccountTimer.Mean(Rounds, () => AskAll(large)) / AccountTimer.Questions.Length, "ms", "");
    }

    private static QuickFigure Compare(string name, Action small, Action large, int rounds)
    {
        // Compiled to the end before it counts.
        for (int i = 0; i < Factor * 3; i++)
            small();
        double ratio = Enumerable.Range(0, Trials)
            .Select(_ => AccountTimer.Mean(rounds, large) / AccountTimer.Mean(rounds * Factor, small))
            .Order().ElementAt(Trials / 2);
        return new($"Ten times the account: {name} (x100)", 100 * ratio, "", "at most 1,200");
    }

    private double AskApart(AccountAuthorization account) => Enumerable.Range(0, Trials)
        .Select(_ => AccountTimer.Questions.Sum(question => AccountTimer.Time(() => AccountTimer.Ask(account, question), EmptyCaches)))
        .Order().ElementAt(Trials / 2);

    private void EmptyCaches()
    {
        for (int i = 0; i < _other.Length; i += CacheLine)
            _other[i]++;
    }

    private static void AskAll(AccountAuthorization account)
    {
        foreach (string question in AccountTimer.Questions)
            AccountTimer.Ask(account, question);
    }

    private static void Check(AccountAuthorization account) =>
        AccountAuditFigures.CountAsync(new TestAccountBaseline(), new TestAccountBaselineRequest { Authorization = account }, new()).GetAwaiter().GetResult();
}
