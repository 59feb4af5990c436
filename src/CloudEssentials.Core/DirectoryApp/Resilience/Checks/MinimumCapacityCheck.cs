using CloudEssentials.Accounts;

namespace CloudEssentials.DirectoryApp.Resilience.Checks;

/// <summary>The group never has fewer than two instances.</summary>
internal sealed class MinimumCapacityCheck : ResilienceCheck
{
    public override string Name => "MinimumCapacity";

    public override StackParts Needs => StackParts.Group;

    protected override IEnumerable<ResilienceResult> Test(StackPicture picture)
    {
        StackGroup group = picture.Group!;
        string evidence = $"{group.Name} keeps {group.MinSize} to {group.MaxSize} instances, {group.DesiredCapacity} now.";
        yield return group.MinSize >= 2
            ? Pass(group.Name, evidence, $"{FactText.Count(group.MinSize, "instance")} run however little there is to do.")
            : Fail(group.Name, evidence, "It may shrink to one instance, or none, and with its zone the application is lost.", StackCommand.Of(picture, TargetSpreadCheck.AtLeastTwo));
    }
}
