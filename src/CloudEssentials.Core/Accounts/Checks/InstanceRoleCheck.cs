namespace CloudEssentials.Accounts.Checks;

/// <summary>Instances have roles.</summary>
internal sealed class InstanceRoleCheck : SecurityCheck
{
    public override string Name => "InstanceRole";

    public override string Title => "Instances have roles.";

    public override SecuritySeverity Severity => SecuritySeverity.Medium;

    public override IReadOnlyList<string> Controls => ["CIS-2.16"];

    public override AccountFactKinds Needs => AccountFactKinds.Instances;

    protected override string AllWell(AccountFacts facts) => $"No instance without a role in {FactText.Count(facts.Instances.Count, "Region")}.";

    protected override IEnumerable<CheckResult> Test(AccountFacts facts)
    {
        foreach (RegionalFact<InstanceFact> region in facts.Instances)
        {
            foreach (InstanceFact instance in region.Items.Where(instance => instance.ProfileArn is null))
            {
                yield return Fail(
                    $"{instance.InstanceId}{(instance.Name.Length == 0 ? "" : $" ({instance.Name})")} in {region.Region} has no instance profile.",
                    "A program on it that calls AWS must carry keys, and keys on a disk get stolen.",
                    $"arn:{facts.Partition}:ec2:{region.Region}:{facts.AccountId}:instance/{instance.InstanceId}",
                    "New-WorkloadRole -Service ec2.amazonaws.com, and then aws ec2 associate-iam-instance-profile.");
            }
        }

        string[] unseen = [.. facts.Instances.Where(region => region.Refusal is not null).Select(region => region.Region)];
        if (unseen.Length > 0)
            yield return Unknown($"Not seen in {FactText.List(unseen)}: {facts.Instances.First(region => region.Refusal is not null).Refusal!.Message}");
    }
}
