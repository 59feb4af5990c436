using CloudEssentials.Policies.Evaluation;
using static CloudEssentials.Tests.Policies.Evaluation.Decide;

namespace CloudEssentials.Tests.Policies.Evaluation;

public sealed class AllocationTests
{
    [Fact]
    public void A_decision_allocates_nothing()
    {
        CompiledPolicySet compiled = CompiledPolicySet.Compile(Identity("""
            [{ 'Effect': 'Allow', 'Action': ['s3:Get*', 'logs:*'], 'Resource': ['arn:aws:s3:::photos/${aws:username}/*', 'arn:aws:logs:*:log-stream:s'],
               'Condition': { 'IpAddress': { 'aws:SourceIp': ['10.0.0.0/8', '2001:db8::/32'] }, 'StringLike': { 's3:prefix': '${aws:username}*' }, 'NumericLessThan': { 's3:max-keys': '10' },
                              'DateGreaterThan': { 'aws:CurrentTime': '2020-01-01T00:00:00Z' }, 'ArnLike': { 'aws:PrincipalArn': 'arn:aws:iam::*:user/*' }, 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } } },
             { 'Effect': 'Deny', 'NotAction': ['s3:*', 'logs:*'], 'Resource': '*', 'Condition': { 'StringNotEquals': { 'aws:RequestedRegion': 'us-east-1' } } }]
            """) with
        {
            PermissionsBoundary = Everything(),
            ServiceControlPolicies = [new("root", [Everything()]), new("account", [Everything()])],
            ResourcePolicy = Policy("'Effect': 'Allow', 'Principal': { 'AWS': ['111111111111', 'arn:aws:iam::111111111111:role/app'] }, 'Action': 's3:*', 'Resource': '*'"),
        });
        RequestContext context = new([new("aws:SourceIp", "10.1.2.3"), new("s3:prefix", "alice/x"), new("s3:max-keys", 5), new("aws:TagKeys", new[] { "a", "b" })]);
        RequestContext six = new([new("aws:SourceIp", "2001:db8::7"), new("s3:prefix", "alice/x"), new("s3:max-keys", 5)]);
        AccessRequest[] requests =
        [
            new("s3:GetObject", "arn:aws:s3:::photos/alice/cat.jpg", AccessPrincipal.Parse(Alice), context: context),
            new("s3:GetObject", "arn:aws:s3:::photos/alice/cat.jpg", AccessPrincipal.Parse(Alice), context: six),
            new("s3:GetObject", "arn:aws:s3:::photos/bob/cat.jpg", AccessPrincipal.Parse(Alice), context: context),
            new("s3:GetObject", "arn:aws:s3:::photos/alice/cat.jpg", AccessPrincipal.Parse(Alice)),
            new("logs:PutLogEvents", "arn:aws:logs:us-east-1:111111111111:log-group:/x:log-stream:s", AccessPrincipal.Parse(Session), context: context),
            new("ec2:RunInstances", "*", AccessPrincipal.Parse(Alice), context: context),
            new("s3:GetObject", "arn:aws:s3:::photos/alice/cat.jpg", AccessPrincipal.Anonymous, context: context),
        ];
        Assert.Equal([true, true, false, false, false, false, false], requests.Select(request => compiled.Decide(request).IsAllowed));

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            foreach (AccessRequest request in requests)
                compiled.Decide(request);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
