namespace CloudEssentials.Policies.Evaluation;

/// <summary>
/// One request: who does what to which resource, and under which circumstances ('Processing the request context' in
/// reference_policies_evaluation-logic.html). Immutable; what decisions need again and again is worked out once here.
/// </summary>
public sealed class AccessRequest
{
    /// <summary>The longest resource ARN that is taken, in characters.</summary>
    public const int MaximumResourceLength = 4096;

    private readonly int[] _colons;

    /// <summary>Makes a request.</summary>
    /// <param name="action">A service and one of its actions, such as <c>s3:GetObject</c>.</param>
    /// <param name="resource">The resource's ARN, or <c>*</c> for an action that is not on one resource.</param>
    /// <param name="principal">Who makes it; null for some identity of the resource's account.</param>
    /// <param name="resourceAccount">The account that owns the resource, 12 digits; null takes it from the ARN, and else from the principal.</param>
    /// <param name="context">Context keys; null for none. One that is given wins over one that would follow from the rest.</param>
    /// <param name="time">When it is made; null for now.</param>
    /// <exception cref="CloudException"><c>ActionInvalid</c>, <c>ResourceArnInvalid</c> or <c>AccountIdInvalid</c>.</exception>
    public AccessRequest(
        string action,
        string resource = "*",
        AccessPrincipal? principal = null,
        string? resourceAccount = null,
        RequestContext? context = null,
        DateTimeOffset? time = null)
    {
        Action = CheckAction(action);
        Resource = resource ?? "*";
        Principal = principal ?? AccessPrincipal.Unspecified;
        Context = context ?? RequestContext.Empty;
        Time = time ?? DateTimeOffset.UtcNow;
        LowerAction = Action.ToLowerInvariant();
        LowerService = LowerAction[..LowerAction.IndexOf(':')];
        Target = Resource == "*" && LowerService == "s3" ? $"arn:{Principal.Partition}:s3:::*" : Resource;
        _colons = IsAnyResource ? [] : FindColons(Target);
        string? owner = CheckAccount(resourceAccount) ?? (IsAnyResource ? null : AccountOf(Part(4)));
        ResourceAccountValue = owner is null || owner == Principal.AccountId ? Principal.AccountValue : new(owner);
        if (Principal.AccountId is null && owner is null)
            ResourceAccountValue = null;
        RegionValue = IsAnyResource || Part(3).IsEmpty ? null : new(Part(3).ToString());
    }

    /// <summary>The action, such as <c>s3:GetObject</c>.</summary>
    public string Action { get; }

    /// <summary>The resource's ARN, or <c>*</c>.</summary>
    public string Resource { get; }

    /// <summary>Who makes the request.</summary>
    public AccessPrincipal Principal { get; }

    /// <summary>The account that owns the resource; null where neither the ARN nor the principal tells it.</summary>
    public string? ResourceAccount => ResourceAccountValue?[0];

    /// <summary>The context keys that were given.</summary>
    public RequestContext Context { get; }

    /// <summary>When the request is made: <c>aws:CurrentTime</c> and <c>aws:EpochTime</c>.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>Whether principal and resource belong to different accounts.</summary>
    public bool IsCrossAccount => Principal.AccountId is { } account && ResourceAccountValue is { } owner && owner[0] != account;

    internal string LowerAction { get; }

    internal string LowerService { get; }

    /// <summary>
    /// What patterns are matched against. S3 takes what is on no one bucket, such as listing all buckets, as being on
    /// <c>arn:aws:s3:::*</c>: so AWS's own examples allow it (reference_policies_examples_s3_rw-bucket-console.html).
    /// </summary>
    internal string Target { get; }

    internal bool IsAnyResource => Target.Length == 1 && Target[0] == '*';

    internal bool HasColonsInLastPart => _colons.Length > 5;

    internal ReadOnlySpan<int> Colons => _colons;

    private ContextValues? ResourceAccountValue { get; }

    private ContextValues? RegionValue { get; }

    /// <summary>A part of the resource's ARN, 0 to 5; the last holds all that follows the fifth colon.</summary>
    internal ReadOnlySpan<char> Part(int index)
    {
        int start = index == 0 ? 0 : _colons[index - 1] + 1;
        return index < 5 ? Target.AsSpan(start, _colons[index] - start) : Target.AsSpan(start);
    }

    /// <summary>The values of a key, given or following from the rest; null where the key is not present.</summary>
    internal ContextValues? Find(ContextKey key) => Context.Find(key.Lower) ?? key.Derived switch
    {
        ContextKey.DerivedKey.None => null,
        ContextKey.DerivedKey.PrincipalArn => Principal.ArnValue,
        ContextKey.DerivedKey.PrincipalAccount => Principal.AccountValue,
        ContextKey.DerivedKey.PrincipalType => Principal.TypeValue,
        ContextKey.DerivedKey.PrincipalServiceName => Principal.ServiceValue,
        ContextKey.DerivedKey.PrincipalTag => Principal.Tags.Find(key.Lower),
        ContextKey.DerivedKey.FederatedProvider => Principal.ProviderValue,
        ContextKey.DerivedKey.UserName => Principal.UserNameValue,
        ContextKey.DerivedKey.UserId => Principal.UserIdValue,
        ContextKey.DerivedKey.ResourceAccount => ResourceAccountValue,
        ContextKey.DerivedKey.RequestedRegion => RegionValue,
        ContextKey.DerivedKey.CurrentTime => new(IsoDate.Format(Time.UtcDateTime)),
        ContextKey.DerivedKey.EpochTime => new(Time.ToUnixTimeSeconds().ToString()),

        // 'Anonymous requests do not include this key.' A request that is decided here is made directly.
        ContextKey.DerivedKey.PrincipalIsAwsService => Principal.Kind switch
        {
            AccessPrincipalKind.Anonymous => null,
            AccessPrincipalKind.Service => ContextValues.True,
            _ => ContextValues.False,
        },
        _ => ContextValues.False,
    };

    private static string CheckAction(string action)
    {
        ArgumentNullException.ThrowIfNull(action);
        int colon = action.IndexOf(':');
        bool good = colon > 0 && colon < action.Length - 1 && action.Length <= 256;
        for (int i = 0; good && i < action.Length; i++)
            good = i == colon || char.IsAsciiLetterOrDigit(action[i]) || action[i] is '-' or '_' or '.' or '/';
        if (good)
            return action;

        bool wild = action.AsSpan().IndexOfAny('*', '?') >= 0;
        throw new CloudException(
            "ActionInvalid",
            $"'{(action.Length > 100 ? action[..100] + "..." : action)}' is not one action.",
            CloudErrorCategory.InvalidArgument,
            action,
            wild
                ? $"A request is for one action: list those that you mean, or find them with Get-PolicyAction '{(action.Length > 100 ? "..." : action)}'."
                : "Write a service and an action with a colon between them and no spaces, such as s3:GetObject.");
    }

    private static string? CheckAccount(string? account) =>
        account is null || AccessPrincipal.IsAccountId(account)
            ? account
            : throw new CloudException("AccountIdInvalid", $"'{account}' is not an account id.", CloudErrorCategory.InvalidArgument, account, "An account id has 12 digits, such as 123456789012.");

    private static string? AccountOf(ReadOnlySpan<char> part) => AccessPrincipal.IsAccountId(part) ? part.ToString() : null;

    private static int[] FindColons(string arn)
    {
        int count = arn.AsSpan().Count(':');
        if (!arn.StartsWith("arn:", StringComparison.Ordinal) || count < 5 || arn.Length > MaximumResourceLength || arn.EndsWith(':'))
            throw InvalidArn(arn, count);

        int[] colons = new int[count];
        for (int i = 0, at = -1; i < count; i++)
            colons[i] = at = arn.IndexOf(':', at + 1);
        return colons;
    }

    private static CloudException InvalidArn(string arn, int colons)
    {
        string shown = arn.Length > 100 ? arn[..100] + "..." : arn;
        string reason = arn.Length > MaximumResourceLength ? $"it has {arn.Length} characters, and {MaximumResourceLength} is the most"
            : !arn.StartsWith("arn:", StringComparison.Ordinal) ? "an ARN begins with 'arn:'"
            : colons < 5 ? $"an ARN has six parts, and this one has {colons + 1}"
            : "its last part, the resource, is empty";
        return new CloudException(
            "ResourceArnInvalid",
            $"'{shown}' is not a resource: {reason}.",
            CloudErrorCategory.InvalidArgument,
            arn,
            "Write arn:partition:service:region:account:resource, such as arn:aws:s3:::photos/cat.jpg; region and account stay empty where the service has none. '*' stands for no particular resource.");
    }
}
