namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A client token that a call has used.</summary>
/// <param name="Request">A digest of the call's parameters.</param>
/// <param name="Made">What the call made: an id.</param>
internal sealed record UsedClientToken(string Request, string Made);
