using CloudEssentials.Accounts;
using CloudEssentials.DirectoryApp.Resilience;
using static CloudEssentials.Tests.DirectoryApp.StackPictures;

namespace CloudEssentials.Tests.DirectoryApp;

public sealed class ZoneTrialLogTests
{
    private const string Zone = "us-east-1a";

    private static readonly StackPicture _lost = Good with { Targets = [new("i-a", Zone, "unhealthy"), Good.Targets[1]] };
    private static readonly StackPicture _whole = Good with { Targets = [Good.Targets[1], new("i-c", "us-east-1b", "healthy")] };

    [Fact]
    public void Where_every_request_is_answered_and_the_group_is_whole_again_it_passes()
    {
        ZoneTrialLog log = new(Good, Zone);
        Assert.False(log.NoteTargets(TimeSpan.Zero, Good));
        log.NoteRequest(Seconds(3), answered: true);
        Assert.False(log.NoteTargets(Seconds(15), _lost));
        Assert.True(log.NoteTargets(Seconds(30), _whole));

        ZoneLossTrial trial = log.Sum(Seconds(30), null);
        Assert.Equal((FindingStatus.Pass, "2 > 1 > 2", "0 of 1", Seconds(30)), (trial.Status, trial.Healthy, trial.Failed, trial.TimeToRecover));
        Assert.Equal("Every request was answered. 2 of 2 are healthy elsewhere after 0:30 min.", trial.Reason);
        Assert.Empty(trial.Remedy);
    }

    [Fact]
    public void Where_requests_still_go_to_the_lost_zone_it_is_not_whole()
    {
        ZoneTrialLog log = new(Good, Zone);

        Assert.False(log.NoteTargets(Seconds(15), _whole with { Targets = [.. _whole.Targets, Good.Targets[0]] }));
        Assert.True(log.NoteTargets(Seconds(30), _whole with { Targets = [.. _whole.Targets, Good.Targets[0] with { State = "draining" }] }));
    }

    [Fact]
    public void Where_some_requests_fail_but_never_all_for_long_it_warns()
    {
        ZoneTrialLog log = new(Good, Zone);
        for (int second = 3; second <= 60; second += 3)
            log.NoteRequest(Seconds(second), second % 2 == 0);
        log.NoteTargets(Seconds(60), _whole);

        ZoneLossTrial trial = log.Sum(Seconds(60), null);
        Assert.Equal((FindingStatus.Warning, 10, Seconds(3)), (trial.Status, trial.FailedRequests, trial.LongestOutage));
        Assert.StartsWith("10 of 20 requests failed, the last after 0:57 min", trial.Reason, StringComparison.Ordinal);
        Assert.False(trial.IsProblem());
    }

    [Theory]
    [InlineData(30, FindingStatus.Warning)]
    [InlineData(33, FindingStatus.Fail)]
    public void Where_nothing_answers_for_longer_than_half_a_minute_it_fails(int seconds, FindingStatus status)
    {
        ZoneTrialLog log = new(Good, Zone);
        for (int second = 3; second <= seconds; second += 3)
            log.NoteRequest(Seconds(second), answered: false);
        log.NoteRequest(Seconds(seconds + 3), answered: true);
        log.NoteTargets(Seconds(seconds + 3), _whole);

        ZoneLossTrial trial = log.Sum(Seconds(seconds + 3), null);
        Assert.Equal((status, Seconds(seconds)), (trial.Status, trial.LongestOutage));
    }

    [Fact]
    public void Where_it_never_recovers_it_fails_and_says_why()
    {
        ZoneTrialLog log = new(SingleNat, Zone);
        log.NoteRequest(Seconds(3), answered: true);
        log.NoteTargets(TimeSpan.FromMinutes(30), _lost);

        ZoneLossTrial trial = log.Sum(TimeSpan.FromMinutes(30), "There is no room.");
        Assert.Equal((FindingStatus.Fail, (TimeSpan?)null, "never"), (trial.Status, trial.TimeToRecover, trial.Recovery));
        Assert.Contains("After 30:00 min 1 of 2 are healthy elsewhere. The last launch failed: There is no room.", trial.Reason, StringComparison.Ordinal);
        Assert.Contains("cannot install the application", trial.Reason, StringComparison.Ordinal);
        Assert.Equal("New-DirectoryApp -Name directory -NatGateway PerZone", trial.Remedy);
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
