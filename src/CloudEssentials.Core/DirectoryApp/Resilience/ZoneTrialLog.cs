using System.Globalization;
using CloudEssentials.Accounts;
using CloudEssentials.DirectoryApp.Resilience.Checks;

namespace CloudEssentials.DirectoryApp.Resilience;

/// <summary>Notes what is seen of an application while a zone is lost, and sums it up.</summary>
/// <param name="before">The application before.</param>
/// <param name="zone">The zone that is lost.</param>
public sealed class ZoneTrialLog(StackPicture before, string zone)
{
    // As long as a person waits for a page.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private int _lowest = before.Healthy.Count;
    private int _latest;
    private int _wanted;
    private int _requests;
    private int _failed;
    private TimeSpan? _silentSince;
    private TimeSpan _lastFailure;
    private TimeSpan _longest;
    private TimeSpan? _recovered;

    /// <summary>Where it stands, in words.</summary>
    public string Status => $"{zone} is lost: {_latest} of {_wanted} healthy elsewhere, {_failed} of {_requests} requests failed";

    /// <summary>Notes an answer of the application.</summary>
    /// <param name="at">When it was asked, from the loss on.</param>
    /// <param name="answered">Whether it answered without an error.</param>
    public void NoteRequest(TimeSpan at, bool answered)
    {
        _requests++;
        if (!answered)
        {
            _failed++;
            _lastFailure = at;
            _silentSince ??= at;
        }

        _longest = Longer(_longest, at - (_silentSince ?? at));
        if (answered)
            _silentSince = null;
    }

    /// <summary>Notes how the targets are.</summary>
    /// <param name="at">When they were looked at, from the loss on.</param>
    /// <param name="now">The application then.</param>
    /// <returns>True where it is whole again: as many healthy elsewhere as are wanted, and none in the lost zone that requests still go to.</returns>
    public bool NoteTargets(TimeSpan at, StackPicture now)
    {
        ArgumentNullException.ThrowIfNull(now);
        _latest = now.HealthyOutside(zone).Count;
        _wanted = Math.Max(1, now.Group?.DesiredCapacity ?? 1);
        _lowest = Math.Min(_lowest, _latest);
        bool isWhole = _latest >= _wanted && now.Healthy.All(target => target.Zone != zone);
        if (isWhole)
            _recovered ??= at;
        return isWhole;
    }

    /// <summary>Sums up.</summary>
    /// <param name="lasted">How long it was watched.</param>
    /// <param name="launchProblem">Why the group's last launch failed; null where it did not.</param>
    /// <returns>The result.</returns>
    public ZoneLossTrial Sum(TimeSpan lasted, string? launchProblem)
    {
        ResilienceResult expected = new ZoneLoss(before, zone).Judge();
        FindingStatus status = _recovered is null || _longest > _patience ? FindingStatus.Fail : _failed > 0 ? FindingStatus.Warning : FindingStatus.Pass;
        string recovery = _recovered is { } time
            ? $"{_latest} of {_wanted} are healthy elsewhere after {Words(time)}."
            : $"After {Words(lasted)} {_latest} of {_wanted} are healthy elsewhere. {(launchProblem is null ? "" : $"The last launch failed: {launchProblem.TrimEnd('.')}. ")}{expected.Reason}";
        return new()
        {
            Zone = zone,
            Status = status,
            HealthyBefore = before.Healthy.Count,
            LowestHealthy = _lowest,
            HealthyAfter = _latest,
            Requests = _requests,
            FailedRequests = _failed,
            LongestOutage = _longest,
            TimeToRecover = _recovered,
            Reason = $"{Answers()} {recovery}",
            Remedy = status == FindingStatus.Fail ? expected.Remedy : "",
            AppName = before.AppName,
            Region = before.Region,
            AccountId = before.AccountId,
            Source = before.Source,
        };
    }

    private string Answers() => _failed == 0 ? "Every request was answered."
        : _longest > _patience ? $"Nothing answered for {Words(_longest)}."
        : $"{_failed} of {_requests} requests failed, the last after {Words(_lastFailure)}: until what is lost is taken out, the load balancer sends some there.";

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>A time, such as <c>6:15 min</c>.</summary>
    internal static string Words(TimeSpan time) => time.ToString(@"m\:ss", CultureInfo.InvariantCulture) + " min";
}
