namespace CloudEssentials.DirectoryApp.Resilience.Checks;

/// <summary>The group may grow by what a lost zone carried, before what is lost is counted out.</summary>
internal sealed class ReserveCapacityCheck : ResilienceCheck
{
    public override string Name => "ReserveCapacity";

    public override StackParts Needs => StackParts.Group;

    protected override IEnumerable<ResilienceResult> Test(StackPicture picture)
    {
        StackGroup group = picture.Group!;
        int share = (int)Math.Ceiling((double)group.DesiredCapacity / Math.Max(1, group.Zones.Count));
        int needed = group.DesiredCapacity + share;
        string evidence = $"{group.DesiredCapacity} instances in {group.Zones.Count} zones, {group.MaxSize} at most.";
        yield return group.MaxSize >= needed
            ? Pass(group.Name, evidence, $"There is room for the {share} that the loss of a zone takes.")
            : Fail(group.Name, evidence, $"The loss of a zone takes {share}, and the rest carries the load without room to grow.", StackCommand.Of(picture, spec => spec with { MaxSize = needed }));
    }
}
