namespace CloudEssentials.DirectoryApp.Resilience.Checks;

/// <summary>A target that stops answering is out soon.</summary>
internal sealed class DetectionTimeCheck : ResilienceCheck
{
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(5);

    public override string Name => "DetectionTime";

    public override StackParts Needs => StackParts.TargetGroup;

    protected override IEnumerable<ResilienceResult> Test(StackPicture picture)
    {
        StackTargetGroup group = picture.TargetGroup!;
        string evidence = $"{group.Path} is asked every {group.Interval.TotalSeconds:0} s, waits {group.Timeout.TotalSeconds:0} s, and {group.UnhealthyThreshold} bad answers put a target out.";
        string time = $"{group.DetectionTime.TotalSeconds:0} s at most";
        yield return group.DetectionTime <= _longest
            ? Pass(group.Name, evidence, $"An instance that stops answering gets requests for {time}.")
            : Warn(group.Name, evidence, $"An instance that stops answering gets requests for {time}, and users errors.", StackCommand.Of(picture));
    }
}
