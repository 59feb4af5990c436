using System.Diagnostics;
using CloudEssentials.Accounts;
using CloudEssentials.Accounts.Access;

namespace CloudEssentials.Benchmarks.Accounts;

/// <summary>Who can do what in an account of 3,000 users, 300 groups and 500 roles, on one thread; and in one ten times as large.</summary>
public sealed class AccessFigures : IQuickFigures
{
    private static readonly string[] Questions = ["s3:DeleteBucket", "iam:PassRole", "ec2:TerminateInstances", "dynamodb:Scan", "kms:Decrypt", "sqs:SendMessage", "lambda:InvokeFunction"];

    /// <inheritdoc/>
    public IEnumerable<QuickFigure> Measure()
    {
        byte[] json = EnterpriseAccount.Write(1);
        yield return new("Enterprise account: the file", json.Length / 1e6, "MB", "");
        long before = GC.GetTotalMemory(forceFullCollection: true);
        (AccountAuthorization account, double load) = Load(json);
        yield return new("Enterprise account: load, first in the process", load, "ms", "below 1,500");
        yield return new("Who may: the first question after the load", Ask(account, "s3:DeleteBucket"), "ms", "below 100");
        foreach (string question in Questions)
            Ask(account, question);
        double[] questions = [.. Questions.Select(question => Best(() => Ask(account, question)))];
        yield return new("Who may: slowest of seven questions", questions.Max(), "ms", "below 100");
        double escalation = Time(() => new EscalationFinder(account).Find().Count());
        yield return new("Escalation paths of all principals, first", escalation, "ms", "");
        yield return new("Escalation paths of all principals, later", Best(() => Time(() => new EscalationFinder(account).Find().Count())), "ms", "");
        yield return new("Escalation paths found", new EscalationFinder(account).Find().Count(), "", "");
        yield return new("Memory held after all that", (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6, "MB", "below 200");

        double loadAgain = Best(() => Load(json).Milliseconds);
        byte[] large = EnterpriseAccount.Write(10);
        (AccountAuthorization big, double _) = Load(large);
        double largeLoad = Best(() => Load(large).Milliseconds);
        yield return new("Ten times the account: load, in loads (x100)", 100 * largeLoad / loadAgain, "", "at most 1,200");
        AskAll(big);
        double largeQuestions = Best(() => AskAll(big));
        yield return new("Ten times the account: seven questions, in the same (x100)", 100 * largeQuestions / Best(() => AskAll(account)), "", "at most 1,200");
        yield return new("Ten times the account: a question, mean of seven", largeQuestions / Questions.Length, "ms", "");
    }

    private static (AccountAuthorization Account, double Milliseconds) Load(byte[] json)
    {
        long begin = Stopwatch.GetTimestamp();
        AuthorizationReader reader = new();
        reader.Read(json, "the benchmark", DateTimeOffset.UtcNow);
        AccountAuthorization account = reader.Finish()[0].Prepare();
        return (account, Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
    }

    private static double AskAll(AccountAuthorization account) => Questions.Sum(question => Ask(account, question));

    private static double Ask(AccountAuthorization account, string action) => Time(() => new AccessFinder(account).Find(action).Count());

    private static double Time(Func<int> work)
    {
        long begin = Stopwatch.GetTimestamp();
        int found = work();
        double time = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        return found > 0 ? time : throw new InvalidOperationException("Nothing was found.");
    }

    // The best of several: what other programs take from the machine is not the account's.
    private static double Best(Func<double> measure) => Enumerable.Range(0, 9).Min(_ => measure());
}
