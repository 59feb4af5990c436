namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A client token that a launch used up; "Ensuring idempotency" in the EC2 Developer Guide.</summary>
/// <param name="ReservationId">What the launch made.</param>
/// <param name="Parameters">What was asked for.</param>
internal sealed record Ec2LaunchToken(string ReservationId, string Parameters);
