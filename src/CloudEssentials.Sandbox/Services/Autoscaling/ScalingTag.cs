namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>A group's tag.</summary>
/// <param name="Value">Its value.</param>
/// <param name="IsPropagated">Whether new instances are given it.</param>
internal sealed record ScalingTag(string Value, bool IsPropagated);
