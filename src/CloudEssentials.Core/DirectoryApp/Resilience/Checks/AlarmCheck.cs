using CloudEssentials.Accounts;

namespace CloudEssentials.DirectoryApp.Resilience.Checks;

/// <summary>Somebody is told when instances do not answer.</summary>
internal sealed class AlarmCheck : ResilienceCheck
{
    private const string Unhealthy = "UnHealthyHostCount";

    public override string Name => "Alarm";

    public override StackParts Needs => StackParts.Alarms;

    protected override IEnumerable<ResilienceResult> Test(StackPicture picture)
    {
        string[] mute = [.. picture.Alarms.Where(alarm => !alarm.Tells).Select(alarm => alarm.Name)];
        string evidence = picture.Alarms.Count == 0 ? "There is no alarm." : $"Alarms: {FactText.List(picture.Alarms.Select(alarm => alarm.Name))}.";
        yield return picture.Alarms.All(alarm => alarm.Metric != Unhealthy)
            ? Warn(picture.AppName, evidence, "Nobody is told when instances stop answering.", StackCommand.Of(picture))
            : mute.Length > 0
            ? Warn(mute[0], evidence, $"{FactText.List(mute)} tells nobody.", StackCommand.Of(picture))
            : Pass(picture.AppName, evidence, "Alarms tell when instances stop answering.");
    }
}
