namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Where an instance of a group stands.</summary>
internal enum ScalingPhase
{
    Pending,
    InService,
    Terminating,
}
