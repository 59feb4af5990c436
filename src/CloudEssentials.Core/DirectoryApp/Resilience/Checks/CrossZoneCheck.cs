namespace CloudEssentials.DirectoryApp.Resilience.Checks;

/// <summary>
/// Each node of the load balancer hands requests to the targets of all zones:
/// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html#target-group-cross-zone.
/// </summary>
internal sealed class CrossZoneCheck : ResilienceCheck
{
    public override string Name => "CrossZone";

    public override StackParts Needs => StackParts.TargetGroup | StackParts.CrossZone;

    protected override IEnumerable<ResilienceResult> Test(StackPicture picture)
    {
        StackTargetGroup group = picture.TargetGroup!;
        yield return picture.CrossZone
            ? Pass(group.Name, "Cross-zone load balancing is on.", "Users who come to one zone are served from all.")
            : Fail(
                group.Name,
                "Cross-zone load balancing is off.",
                "A zone whose instances are lost cannot serve from the others: its users get errors until DNS leads them elsewhere.",
                $"aws elbv2 modify-target-group-attributes --region {picture.Region} --target-group-arn {group.Arn} --attributes Key=load_balancing.cross_zone.enabled,Value=true");
    }
}
