namespace CloudEssentials.Sandbox.Services.Ec2;

internal sealed class AuthorizeSecurityGroupEgress() : AuthorizeOperation(isEgress: true);
