namespace CloudEssentials.Sandbox.Services.Ec2;

internal sealed class AuthorizeSecurityGroupIngress() : AuthorizeOperation(isEgress: false);
