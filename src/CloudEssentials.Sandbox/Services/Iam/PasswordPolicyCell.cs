namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The password policy that the account has made, if it has.</summary>
/// <param name="Policy">The policy; null for AWS's own.</param>
internal sealed record PasswordPolicyCell(IamPasswordPolicy? Policy);
