using CloudEssentials.Catalog;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Tests.Policies.Evaluation;

public sealed class ManagedPolicyReadingTests
{
    [Fact]
    public void Nothing_in_the_managed_policies_of_aws_is_taken_for_what_aws_would_not_accept()
    {
        PolicySet policies = new() { IdentityPolicies = [.. ManagedPolicyCatalog.Default.Policies.Select(policy => new NamedPolicy(policy.Name, PolicyDocument.Parse(policy.Document)))] };
        Assert.True(policies.IdentityPolicies.Count > 1_000);
        Assert.Empty(CompiledPolicySet.Compile(policies).Problems);
    }

    [Theory]
    [InlineData("ReadOnlyAccess", "s3:GetObject", "arn:aws:s3:::photos/cat.jpg", AccessVerdict.Allowed)]
    [InlineData("ReadOnlyAccess", "s3:PutObject", "arn:aws:s3:::photos/cat.jpg", AccessVerdict.ImplicitlyDenied)]
    [InlineData("PowerUserAccess", "ec2:RunInstances", "*", AccessVerdict.Allowed)]
    [InlineData("PowerUserAccess", "iam:CreateUser", "*", AccessVerdict.ImplicitlyDenied)]
    [InlineData("AdministratorAccess", "iam:CreateUser", "*", AccessVerdict.Allowed)]
    [InlineData("AWSDenyAll", "iam:GetUser", "*", AccessVerdict.ExplicitlyDenied)]
    [InlineData("IAMUserChangePassword", "iam:ChangePassword", "arn:aws:iam::111111111111:user/alice", AccessVerdict.Allowed)]
    [InlineData("IAMUserChangePassword", "iam:ChangePassword", "arn:aws:iam::111111111111:user/bob", AccessVerdict.ImplicitlyDenied)]
    public void Managed_policies_grant_what_they_are_known_for(string name, string action, string resource, AccessVerdict wanted) => Assert.Equal(
        wanted,
        Decide.Verdict(PolicySet.OfIdentity(PolicyDocument.Parse(ManagedPolicyCatalog.Default.Find(name)!.Document)), action, resource, Decide.Alice));
}
