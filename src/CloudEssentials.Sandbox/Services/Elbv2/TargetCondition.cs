namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>What a target's health checks meet with, or why there are none.</summary>
internal enum TargetCondition
{
    /// <summary>No listener forwards to its group.</summary>
    NotInUse,

    /// <summary>It is in a zone that the load balancer does not have.</summary>
    ZoneNotEnabled,

    /// <summary>The instance is stopped or terminated.</summary>
    InvalidState,

    /// <summary>The load balancer is still being made.</summary>
    Registering,

    /// <summary>It answers as it should.</summary>
    Answers,

    /// <summary>It answers another code.</summary>
    WrongCode,

    /// <summary>It does not answer.</summary>
    Silent,
}
