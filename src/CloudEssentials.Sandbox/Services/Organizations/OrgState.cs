using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>What AWS Organizations keeps, in the account that made the organization.</summary>
internal sealed class OrgState : StateSection
{
    /// <summary>The policy types that decide on permissions.</summary>
    public const string ServiceControl = "SERVICE_CONTROL_POLICY";

    /// <inheritdoc cref="ServiceControl"/>
    public const string ResourceControl = "RESOURCE_CONTROL_POLICY";

    private const string SectionName = "organizations";

    private OrgState(SandboxState state)
        : base(state, SectionName)
    {
        Cell = Cell("organization", new OrgCell(null));
        Accounts = Table<OrgAccount>("accounts", StringComparer.Ordinal);
        Units = Table<OrgUnit>("units", StringComparer.Ordinal);
        Policies = Table<OrgPolicy>("policies", StringComparer.Ordinal);
        Delegations = Table<OrgDelegation>("delegations", StringComparer.Ordinal);
        Creations = Table<OrgCreation>("creations", StringComparer.Ordinal);
    }

    public StateCell<OrgCell> Cell { get; }

    public ResourceTable<OrgAccount> Accounts { get; }

    public ResourceTable<OrgUnit> Units { get; }

    public ResourceTable<OrgPolicy> Policies { get; }

    public ResourceTable<OrgDelegation> Delegations { get; }

    public ResourceTable<OrgCreation> Creations { get; }

    /// <summary>The organization that an account belongs to.</summary>
    public static OrgState Of(SandboxState state) => state.Whole.Section(made => new OrgState(made), SectionName);

    /// <summary>The parent of an account or a unit; null for the root and for what is not known.</summary>
    public string? ParentOf(string id) =>
        Accounts.TryGet(id, out OrgAccount? account) ? account.ParentId : Units.TryGet(id, out OrgUnit? unit) ? unit.ParentId : null;

    /// <summary>Whether an account may act for the organization: it made it, or administers the service.</summary>
    public bool MayAdminister(string accountId, string service) =>
        Cell.Value.Facts?.ManagementAccountId == accountId || Delegations.Contains($"{accountId} {service}");

    /// <summary>The control policies over an account from the root down; null where none apply.</summary>
    public IReadOnlyList<(string Target, IReadOnlyList<OrgPolicy> Policies)>? LevelsOver(string accountId, string type)
    {
        if (Cell.Value.Facts is not { FeatureSet: "ALL" } facts || !facts.PolicyTypes.Contains(type)
            || facts.ManagementAccountId == accountId || !Accounts.Contains(accountId))
        {
            return null;
        }

        List<string> targets = [];
        for (string? target = accountId; target is not null; target = ParentOf(target))
        {
            targets.Insert(0, target);
        }

        return [.. targets.Select(target => (target, (IReadOnlyList<OrgPolicy>)[.. Policies.Current.Values.Where(policy => policy.Type == type && policy.Targets.Contains(target))]))];
    }
}
