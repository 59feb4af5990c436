namespace CloudEssentials.Accounts.Checks;

/// <summary>The management account runs no workloads.</summary>
internal sealed class ManagementAccountWorkloadCheck : SecurityCheck
{
    public override string Name => "ManagementAccountWorkload";

    public override string Title => "The management account runs no workloads.";

    public override SecuritySeverity Severity => SecuritySeverity.Medium;

    public override IReadOnlyList<string> Controls => ["CIS-2.1.3"];

    public override AccountFactKinds Needs => AccountFactKinds.Organization;

    public override AccountFactKinds Uses => AccountFactKinds.Instances;

    public override string Remedy => "Move the workload into a member account.";

    protected override IEnumerable<CheckResult> Test(AccountFacts facts)
    {
        if (facts.Organization.Id is null)
            return [Unknown("The account is in no organization: this does not apply.")];
        if (facts.Organization.ManagementAccountId != facts.AccountId)
            return [Unknown($"It is a matter of the management account {facts.Organization.ManagementAccountId}: check it there.")];

        if (facts.Refusal(AccountFactKinds.Instances) is { } refusal)
            return [Unseen(refusal)];
        string[] instances = [.. facts.Instances.SelectMany(region => region.Items.Select(instance => $"{instance.InstanceId} in {region.Region}"))];
        return instances.Length > 0
            ? [Fail($"{FactText.Count(instances.Length, "instance")}: {FactText.List(instances)}.", "No control policy holds the management account, so that a workload in it endangers all accounts.")]
            : [Unknown("It has no EC2 instances; other kinds of workloads were not looked for.")];
    }
}
