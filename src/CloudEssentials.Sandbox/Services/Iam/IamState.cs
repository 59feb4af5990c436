using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>What IAM keeps in an account. Names differ in more than their case.</summary>
internal sealed class IamState : StateSection
{
    private const string SectionName = "iam";

    private IamState(SandboxState state)
        : base(state, SectionName)
    {
        Users = Table<IamUser>("users", StringComparer.OrdinalIgnoreCase);
        Groups = Table<IamGroup>("groups", StringComparer.OrdinalIgnoreCase);
        Roles = Table<IamRole>("roles", StringComparer.OrdinalIgnoreCase);
        Policies = Table<IamPolicy>("policies", StringComparer.OrdinalIgnoreCase);
        AccessKeys = Table<IamAccessKey>("accessKeys", StringComparer.Ordinal);
        Root = Cell("root", new RootUser());
        Alias = Cell("alias", new AccountAlias(null));
    }

    public ResourceTable<IamUser> Users { get; }

    public ResourceTable<IamGroup> Groups { get; }

    public ResourceTable<IamRole> Roles { get; }

    /// <summary>The account's own managed policies, by ARN.</summary>
    public ResourceTable<IamPolicy> Policies { get; }

    public ResourceTable<IamAccessKey> AccessKeys { get; }

    public StateCell<RootUser> Root { get; }

    public StateCell<AccountAlias> Alias { get; }

    public static IamState Of(SandboxState state) => state.Section(made => new IamState(made), SectionName);

    /// <summary>The user whose active access key that is, with the secret; null if there is none.</summary>
    public (string Secret, SandboxCaller Caller)? FindCaller(string accessKeyId, string accountId)
    {
        if (!AccessKeys.TryGetSeen(accessKeyId, out IamAccessKey? key) || !key.IsActive || !Users.TryGet(key.UserName, out IamUser? user))
        {
            return null;
        }

        return (key.Secret, new SandboxCaller
        {
            Kind = CallerKind.User,
            AccountId = accountId,
            Arn = user.Arn,
            UserId = user.Id,
            AccessKeyId = accessKeyId,
            Name = user.Name,
        });
    }
}
