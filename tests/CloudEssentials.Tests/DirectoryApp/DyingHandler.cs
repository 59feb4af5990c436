using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.DirectoryApp;

/// <summary>Answers from a sandbox account until the process dies: from then on no call is made, and of the last one no answer comes back.</summary>
internal sealed class DyingHandler(SandboxAccount account, int dieAfter, CancellationTokenSource death) : DelegatingHandler(new SandboxHandler(account))
{
    private int _calls;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        int call = Interlocked.Increment(ref _calls);
        if (call <= dieAfter)
        {
            // What is under way when a process dies arrives all the same.
            HttpResponseMessage answer = await base.SendAsync(request, CancellationToken.None);
            if (call < dieAfter)
                return answer;
            answer.Dispose();
        }

        await death.CancelAsync();
        throw new OperationCanceledException(death.Token);
    }
}
