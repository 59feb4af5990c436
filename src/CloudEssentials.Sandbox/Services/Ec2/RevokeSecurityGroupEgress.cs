namespace CloudEssentials.Sandbox.Services.Ec2;

internal sealed class RevokeSecurityGroupEgress() : RevokeOperation(isEgress: true);
