namespace CloudEssentials.DirectoryApp.Resilience.Checks;

/// <summary>Every instance belongs to the group.</summary>
internal sealed class StandaloneInstanceCheck : ResilienceCheck
{
    public override string Name => "StandaloneInstance";

    public override StackParts Needs => StackParts.Group | StackParts.Instances;

    protected override IEnumerable<ResilienceResult> Test(StackPicture picture)
    {
        StackGroup group = picture.Group!;
        HashSet<string> members = [.. group.Instances.Select(instance => instance.Id)];
        List<StackInstance> alone = [.. picture.Instances.Where(instance => !members.Contains(instance.Id))];
        foreach (StackInstance instance in alone)
        {
            yield return Warn(
                instance.Id,
                $"{instance.Id} in {instance.Zone} bears the application's tag and is not of {group.Name}.",
                "It is in one zone, and nobody replaces it.",
                $"Remove-DirectoryAppInstance -InstanceId {instance.Id}, if nothing needs it.");
        }

        if (alone.Count == 0)
            yield return Pass(group.Name, $"{members.Count} instances, all of the group.", "Whatever is lost is replaced.");
    }
}
