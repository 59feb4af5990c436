using CloudEssentials.Accounts;
using CloudEssentials.Accounts.Checks;

namespace CloudEssentials.DirectoryApp.Resilience;

/// <summary>One thing that is looked at in a running application. It sees a picture and nothing else.</summary>
public abstract class ResilienceCheck
{
    /// <summary>Its stable name, in PascalCase.</summary>
    public abstract string Name { get; }

    /// <summary>What it cannot do without.</summary>
    public abstract StackParts Needs { get; }

    /// <summary>Runs it.</summary>
    /// <param name="picture">The application.</param>
    /// <returns>At least one finding; one that names the permission where what it needs was refused.</returns>
    public IReadOnlyList<ResilienceFinding> Run(StackPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (picture.Refused(Needs).FirstOrDefault() is { } refusal)
            return [Make(picture, Unseen(picture, refusal))];
        return Missing(picture) is { } missing
            ? [Make(picture, new(FindingStatus.Unknown, picture.AppName, "", $"The application has no {missing}; StackComplete tells how it gets one."))]
            : [.. Test(picture).Select(result => Make(picture, result))];
    }

    /// <summary>Looks at the picture.</summary>
    /// <param name="picture">The application; what <see cref="Needs"/> names is there.</param>
    protected abstract IEnumerable<ResilienceResult> Test(StackPicture picture);

    /// <summary>The part that is not there although the check is about it; null where all are.</summary>
    /// <param name="picture">The application.</param>
    protected virtual string? Missing(StackPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return Needs.HasFlag(StackParts.LoadBalancer) && picture.LoadBalancer is null ? "load balancer"
            : Needs.HasFlag(StackParts.TargetGroup) && picture.TargetGroup is null ? "target group"
            : Needs.HasFlag(StackParts.Group) && picture.Group is null ? "Auto Scaling group"
            : null;
    }

    /// <summary>What is in order.</summary>
    protected static ResilienceResult Pass(string subject, string evidence, string reason) => new(FindingStatus.Pass, subject, evidence, reason);

    /// <summary>What is not in order.</summary>
    protected static ResilienceResult Fail(string subject, string evidence, string reason, string remedy) => new(FindingStatus.Fail, subject, evidence, reason, remedy);

    /// <summary>What may be in order, and should be looked at.</summary>
    protected static ResilienceResult Warn(string subject, string evidence, string reason, string remedy) => new(FindingStatus.Warning, subject, evidence, reason, remedy);

    private static ResilienceResult Unseen(StackPicture picture, CloudException refusal)
    {
        CheckResult unseen = SecurityCheck.Unseen(refusal);
        return new(unseen.Status, picture.AppName, unseen.Evidence, unseen.Reason, unseen.Remedy ?? "");
    }

    private ResilienceFinding Make(StackPicture picture, ResilienceResult result) => new()
    {
        Check = Name,
        Status = result.Status,
        Subject = result.Subject,
        Evidence = result.Evidence,
        Reason = result.Reason,
        Remedy = result.Remedy,
        AppName = picture.AppName,
        Region = picture.Region,
        AccountId = picture.AccountId,
        CheckedAt = picture.TakenAt,
        Source = picture.Source,
    };
}
