using System.Diagnostics;
using CloudEssentials.Accounts;
using CloudEssentials.Accounts.Access;

namespace CloudEssentials.Benchmarks.Accounts;

/// <summary>What is done to an account, and how long it takes.</summary>
internal static class AccountTimer
{
    public static readonly string[] Questions = ["s3:DeleteBucket", "iam:PassRole", "ec2:TerminateInstances", "dynamodb:Scan", "kms:Decrypt", "sqs:SendMessage", "lambda:InvokeFunction"];

    /// <summary>The most memory that this process has had, the runtime's own with it.</summary>
    public static double PeakMegabytes
    {
        get
        {
            using Process process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64 / 1e6;
        }
    }

    public static AccountAuthorization Load(byte[] json)
    {
        AuthorizationReader reader = new();
        reader.Read(json, "the benchmark", DateTimeOffset.UtcNow);
        return reader.Finish()[0].Prepare();
    }

    public static void Ask(AccountAuthorization account, string action) => Count(new AccessFinder(account).Find(action));

    public static void Escalate(AccountAuthorization account) => Count(new EscalationFinder(account).Find());

    /// <summary>Milliseconds of one run.</summary>
    public static double Time(Action work, Action? prepare = null) => Mean(1, work, prepare);

    /// <summary>Milliseconds of a run, the mean of several, after what was left behind before is cleared away.</summary>
    public static double Mean(int rounds, Action work, Action? prepare = null)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        prepare?.Invoke();
        long begin = Stopwatch.GetTimestamp();
        for (int i = 0; i < rounds; i++)
            work();
        return Stopwatch.GetElapsedTime(begin).TotalMilliseconds / rounds;
    }

    private static void Count<T>(IEnumerable<T> found)
    {
        int count = found.Count();
        if (count == 0)
            throw new InvalidOperationException("Nothing was found.");
    }
}
