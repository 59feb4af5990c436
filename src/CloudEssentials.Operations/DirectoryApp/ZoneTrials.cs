using System.Runtime.CompilerServices;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Aws.DirectoryApp;
using CloudEssentials.DirectoryApp.Resilience;
using CloudEssentials.DirectoryApp.Resilience.Checks;
using CloudEssentials.Operations.Accounts;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>
/// Makes the zones of an application fail, each in a copy of the sandbox account of its own, whose clock runs as fast as it can: what happens is what the
/// sandbox's services do, asked by the same calls as on AWS. The account itself is not touched.
/// </summary>
internal sealed class ZoneTrials(SandboxAccount account, AccountPlace place, string name, IOperationHost host)
{
    private const int RequestsALook = 5;

    // A little more than three seconds: which target a load balancer chooses goes by the clock's milliseconds, and all are to have their turn.
    private static readonly TimeSpan _betweenRequests = TimeSpan.FromMilliseconds(3001);
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan _longestStart = TimeSpan.FromMinutes(15);

    /// <summary>Runs.</summary>
    /// <param name="picture">The application as it is.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>A result a zone.</returns>
    internal async IAsyncEnumerable<ZoneLossTrial> RunAsync(StackPicture picture, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (picture is not { LoadBalancer: not null, TargetGroup: not null, Group: not null })
        {
            throw picture.Refused(StackParts.LoadBalancer | StackParts.TargetGroup | StackParts.Group).FirstOrDefault() ?? new CloudException(
                "DirectoryAppIncomplete",
                $"{name} lacks a load balancer, a target group or an Auto Scaling group: there is nothing that could recover.",
                CloudErrorCategory.InvalidOperation,
                name,
                StackCommand.Of(picture));
        }

        IReadOnlyList<string> zones = ZoneLossCheck.ZonesOf(picture);
        string activity = $"Test-DirectoryAppResilience {name}";
        for (int done = 0; done < zones.Count; done++)
        {
            int percent = 100 * done / zones.Count;
            yield return await TryAsync(zones[done], status => host.WriteProgress(new(activity, status, percent)), cancellationToken).ConfigureAwait(false);
        }

        host.WriteProgress(new(activity, "done", 100, Completed: true));
    }

    private async Task<ZoneLossTrial> TryAsync(string zone, Action<string> tell, CancellationToken cancellationToken)
    {
        SandboxClock clock = new(account.Clock.GetUtcNow());
        using SandboxAccount copy = account.Copy(clock, SandboxTimings.LikeAws);
        AwsConnection connection = SandboxConnections.To(copy, "the root user of a copy of the sandbox account").In(place.Connection.Region);
        StackReader reader = new(connection, place.AccountId, name);
        using HttpMessageInvoker browser = new(connection.Handler!, disposeHandler: false);
        tell($"{zone} is about to be lost");
        StackPicture before = await StartAsync(reader, clock, cancellationToken).ConfigureAwait(false);

        ZoneTrialLog log = new(before, zone);
        await copy.SetZoneAsync(zone, SandboxZoneState.Impaired, cancellationToken).ConfigureAwait(false);
        long lost = clock.GetTimestamp();
        StackPicture now = before;
        bool isWhole = log.NoteTargets(TimeSpan.Zero, now);
        while (!isWhole && clock.GetElapsedTime(lost) < _longest)
        {
            for (int request = 0; request < RequestsALook; request++)
            {
                clock.Advance(_betweenRequests);
                log.NoteRequest(clock.GetElapsedTime(lost), await AnswersAsync(browser, before.LoadBalancer!.DnsName, cancellationToken).ConfigureAwait(false));
            }

            now = await reader.LookAgainAsync(now, cancellationToken).ConfigureAwait(false);
            isWhole = log.NoteTargets(clock.GetElapsedTime(lost), now);
            tell($"{log.Status}, {clock.GetElapsedTime(lost):m\\:ss} min");
        }

        string? problem = isWhole ? null : await reader.LaunchProblemAsync(before.Group!.Name, cancellationToken).ConfigureAwait(false);
        return log.Sum(clock.GetElapsedTime(lost), problem);
    }

    // In the copy things take as long as on AWS: what has just been launched is given the time, and what is ill the chance, to come to rest.
    private static async Task<StackPicture> StartAsync(StackReader reader, SandboxClock clock, CancellationToken cancellationToken)
    {
        StackPicture picture = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        long started = clock.GetTimestamp();
        TimeSpan step = SandboxTimings.LikeAws.InstancePending + SandboxTimings.LikeAws.UserData;
        do
        {
            clock.Advance(step);
            picture = await reader.LookAgainAsync(picture, cancellationToken).ConfigureAwait(false);
            step = _betweenRequests * RequestsALook;
        }
        while (picture.Healthy.Count < picture.Group!.DesiredCapacity && clock.GetElapsedTime(started) < _longestStart);
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<bool> AnswersAsync(HttpMessageInvoker browser, string host, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using HttpRequestMessage request = new(HttpMethod.Get, $"http://{host}/");
        try
        {
            using HttpResponseMessage answer = await browser.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
