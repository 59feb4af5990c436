using CloudEssentials.Accounts;
using CloudEssentials.Operations.Accounts;

namespace CloudEssentials.Benchmarks.Accounts;

/// <summary>
/// What ten times the account costs: the mean of many rounds on the one against the mean of a tenth as many on the other.
/// Means, for the best of several would leave out the collector's work for the small account, which fits between two
/// collections, and never for the large one.
/// </summary>
public sealed class LargeAccountFigures : IQuickFigures
{
    private const int Factor = 10;
    private const int Rounds = 4;
    private const int Trials = 5;

    /// <inheritdoc/>
    public IEnumerable<QuickFigure> Measure()
    {
        byte[] smallJson = EnterpriseAccount.Write(1), largeJson = EnterpriseAccount.Write(Factor);
        yield return Compare("load", () => AccountTimer.Load(smallJson), () => AccountTimer.Load(largeJson), rounds: 1);
        AccountAuthorization small = AccountTimer.Load(smallJson), large = AccountTimer.Load(largeJson);
        yield return Compare("seven questions", () => AskAll(small), () => AskAll(large), Rounds);
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

    private static void AskAll(AccountAuthorization account)
    {
        foreach (string question in AccountTimer.Questions)
            AccountTimer.Ask(account, question);
    }

    private static void Check(AccountAuthorization account) =>
        AccountAuditFigures.CountAsync(new TestAccountBaseline(), new TestAccountBaselineRequest { Authorization = account }, new()).GetAwaiter().GetResult();
}
