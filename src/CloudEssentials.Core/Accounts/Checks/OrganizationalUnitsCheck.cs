namespace CloudEssentials.Accounts.Checks;

/// <summary>Organizational units follow environments and sensitivity.</summary>
internal sealed class OrganizationalUnitsCheck : SecurityCheck
{
    public override string Name => "OrganizationalUnits";

    public override string Title => "Organizational units follow environments and sensitivity.";

    public override SecuritySeverity Severity => SecuritySeverity.Low;

    public override IReadOnlyList<string> Controls => ["CIS-2.1.4"];

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => [Unknown("Whether units follow environments and sensitivity is for a person to judge; the module does not ask.")];
}
