namespace CloudEssentials.Accounts.Checks;

/// <summary>
/// One thing that is looked at in an account: its name, what it needs to know, the controls that it answers, and its words.
/// A class that derives from this is found by itself: <see cref="SecurityChecks.All"/>.
/// </summary>
public abstract class SecurityCheck
{
    /// <summary>Its stable name, in PascalCase.</summary>
    public abstract string Name { get; }

    /// <summary>What it wants, as a sentence.</summary>
    public abstract string Title { get; }

    /// <summary>How much it matters where it fails.</summary>
    public abstract SecuritySeverity Severity { get; }

    /// <summary>The items of CIS AWS Foundations 7.0.0 and of Security Hub that it answers; none for one of this module's own.</summary>
    public virtual IReadOnlyList<string> Controls => [];

    /// <summary>What it cannot do without.</summary>
    public virtual AccountFactKinds Needs => AccountFactKinds.None;

    /// <summary>What helps it and may be missing.</summary>
    public virtual AccountFactKinds Uses => AccountFactKinds.None;

    /// <summary>Which commands run it.</summary>
    public virtual CheckScope Scope => CheckScope.Baseline;

    /// <summary>What to do where it fails.</summary>
    public virtual string Remedy => "";

    /// <summary>Runs it.</summary>
    /// <param name="facts">What was read of the account.</param>
    /// <returns>At least one finding: one for each subject that is not in order, else one that says that all is well, or why nothing is known.</returns>
    public IReadOnlyList<SecurityFinding> Run(AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        foreach (AccountFactKinds kind in Split(Needs))
        {
            if (facts.Refusal(kind) is { } refusal)
                return [Make(facts, Unseen(refusal))];
        }

        AccountPicture? picture = facts.Has(AccountFactKinds.Authorization) && Needs.HasFlag(AccountFactKinds.Authorization) ? PictureOf(facts) : null;
        SecurityFinding[] findings = [.. Test(facts).Select(result => Make(facts, result, picture))];
        return findings.Length > 0 ? findings : [Make(facts, new(FindingStatus.Pass, "", AllWell(facts)), picture)];
    }

    /// <summary>Looks at the facts.</summary>
    /// <param name="facts">The facts; what <see cref="Needs"/> names is there.</param>
    /// <returns>What was seen; nothing where all is well.</returns>
    protected abstract IEnumerable<CheckResult> Test(AccountFacts facts);

    /// <summary>What is said where nothing was found.</summary>
    /// <param name="facts">The facts.</param>
    protected virtual string AllWell(AccountFacts facts) => Title;

    /// <summary>A subject that is not in order.</summary>
    protected static CheckResult Fail(string evidence, string reason, string? arn = null, string? remedy = null, SecuritySeverity? severity = null) =>
        new(FindingStatus.Fail, evidence, reason, arn, remedy, severity);

    /// <summary>A subject that should be looked at.</summary>
    protected static CheckResult Warn(string evidence, string reason, string? arn = null, string? remedy = null, SecuritySeverity? severity = null) =>
        new(FindingStatus.Warning, evidence, reason, arn, remedy, severity);

    /// <summary>A subject that is in order.</summary>
    protected static CheckResult Pass(string evidence, string reason, string? arn = null) => new(FindingStatus.Pass, evidence, reason, arn, "");

    /// <summary>What is not known.</summary>
    protected static CheckResult Unknown(string reason, string evidence = "", string? remedy = "") => new(FindingStatus.Unknown, evidence, reason, null, remedy);

    /// <summary>Why a fact is missing, with the permission that would give it.</summary>
    /// <param name="refusal">The refusal.</param>
    internal static CheckResult Unseen(CloudException refusal)
    {
        string? action = (refusal as AwsRefusedException)?.Action;
        return refusal.ErrorId == "AccessDenied" && action is not null
            ? Unknown($"It could not be seen: {action} is not allowed.", refusal.Message, refusal.Remedy ?? $"Allow {action}, as the AWS managed policy SecurityAudit does, and check again.")
            : Unknown(refusal.ErrorId == "FactNotAsked" ? refusal.Message : $"It could not be seen: {FirstLine(refusal.Message)}.", "", refusal.Remedy ?? "");
    }

    // A proxy or an emulator may answer with a whole page.
    private static string FirstLine(string message) => message.Split('\n')[0].TrimEnd('.', ' ');

    private static IEnumerable<AccountFactKinds> Split(AccountFactKinds kinds) => Enum.GetValues<AccountFactKinds>().Where(kind => kind != AccountFactKinds.None && kinds.HasFlag(kind));

    private static AccountPicture PictureOf(AccountFacts facts) => facts.Picture ??= AccountPicture.Of(facts.Authorization);

    private SecurityFinding Make(AccountFacts facts, CheckResult result, AccountPicture? picture = null) => new()
    {
        Check = Name,
        Status = result.Status,
        Severity = result.Severity ?? Severity,
        Subject = result.Arn is { } arn ? SubjectOf(arn) : facts.AccountId,
        ResourceArn = result.Arn ?? facts.RootArn,
        Evidence = result.Evidence,
        Reason = result.Reason,
        Remedy = result.Remedy ?? (result.Status == FindingStatus.Pass ? "" : Remedy),
        Control = Controls,
        Title = Title,
        AccountId = facts.AccountId,
        CheckedAt = facts.TakenAt,
        Source = facts.Source,
        Picture = picture,
    };

    private static string SubjectOf(string arn)
    {
        string[] parts = arn.Split(':', 6);
        return parts.Length < 6 ? arn : parts[5] == "root" ? parts[4] : parts[5];
    }
}
