using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>
/// Health of targets. A new target is healthy with the first check that it passes; afterwards the thresholds count. See "Health checks
/// for Application Load Balancer target groups".
/// </summary>
internal static class TargetHealth
{
    /// <summary>What a target is held to be by now.</summary>
    public static TargetVerdict Verdict(SandboxState state, ElbTargetGroup group, ElbTarget target) =>
        TurnsAt(state, group, target) <= state.Now ? Opposite(target) : target.Before;

    /// <summary>When the verdict on a target changes, or changed, if its condition stays; null if it does not.</summary>
    public static DateTimeOffset? TurnsAt(SandboxState state, ElbTargetGroup group, ElbTarget target)
    {
        ElbHealthCheck check = group.HealthCheck;
        return (target.Condition, target.Before) switch
        {
            (TargetCondition.Answers, TargetVerdict.Healthy) => null,
            (TargetCondition.Answers, TargetVerdict.Initial) => target.Since + state.Options.Timings.InitialHealthCheck,
            (TargetCondition.Answers, _) => Check(check, target, check.Healthy),
            (TargetCondition.Silent or TargetCondition.WrongCode, TargetVerdict.Unhealthy) => null,
            (TargetCondition.Silent, _) => Check(check, target, check.Unhealthy).AddSeconds(check.Timeout),
            (TargetCondition.WrongCode, _) => Check(check, target, check.Unhealthy),
            _ => null,
        };
    }

    /// <summary>When a target that is deregistered is gone; null while it is registered.</summary>
    public static DateTimeOffset? DrainedAt(ElbTargetGroup group, ElbTarget target) =>
        target.Deregistered?.AddSeconds(ElbAttributes.TargetGroup.Number(group.Attributes, ElbAttributes.DeregistrationDelay));

    /// <summary>State, reason code and description in the API's words.</summary>
    public static (string State, string? Reason, string? Description) Words(SandboxState state, ElbTargetGroup group, ElbTarget? target)
    {
        if (target is null || DrainedAt(group, target) <= state.Now)
        {
            return ("unused", "Target.NotRegistered", "Target is not registered to the target group");
        }

        if (target.Deregistered is not null)
        {
            return ("draining", "Target.DeregistrationInProgress", "Target deregistration is in progress");
        }

        return target.Condition switch
        {
            TargetCondition.NotInUse => ("unused", "Target.NotInUse", "Target group is not configured to receive traffic from the load balancer"),
            TargetCondition.ZoneNotEnabled => ("unused", "Target.NotInUse", "Target is in an Availability Zone that is not enabled for the load balancer"),
            TargetCondition.InvalidState => ("unused", "Target.InvalidState", $"Target is in the {target.Detail} state"),
            TargetCondition.Registering => ("initial", "Elb.RegistrationInProgress", "Target registration is in progress"),
            _ => Verdict(state, group, target) switch
            {
                TargetVerdict.Healthy => ("healthy", null, null),
                TargetVerdict.Initial => ("initial", "Elb.InitialHealthChecking", "Initial health checks in progress"),
                _ when target.Condition == TargetCondition.WrongCode =>
                    ("unhealthy", "Target.ResponseCodeMismatch", $"Health checks failed with these codes: [{target.Detail}]"),
                _ when target.Condition == TargetCondition.Answers => ("unhealthy", "Target.FailedHealthChecks", "Health checks failed"),
                _ => ("unhealthy", "Target.Timeout", "Request timed out"),
            },
        };
    }

    private static TargetVerdict Opposite(ElbTarget target) => target.Condition == TargetCondition.Answers ? TargetVerdict.Healthy : TargetVerdict.Unhealthy;

    // Checks are made at the registration and every interval from there on.
    private static DateTimeOffset Check(ElbHealthCheck check, ElbTarget target, int count)
    {
        double passed = Math.Ceiling((target.Since - target.Registered).TotalSeconds / check.Interval);
        return target.Registered.AddSeconds(check.Interval * (passed + count - 1));
    }
}
