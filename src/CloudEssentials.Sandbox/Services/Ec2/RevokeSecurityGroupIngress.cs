namespace CloudEssentials.Sandbox.Services.Ec2;

internal sealed class RevokeSecurityGroupIngress() : RevokeOperation(isEgress: false);
