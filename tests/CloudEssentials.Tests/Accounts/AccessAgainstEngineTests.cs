using CloudEssentials.Accounts;
using CloudEssentials.Accounts.Access;
using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Tests.Accounts;

/// <summary>Holds what is found of many principals at once against the policy engine, which decides for one at a time.</summary>
public sealed class AccessAgainstEngineTests
{
    private static readonly string[] Actions = ["s3:DeleteBucket", "s3:PutBucketPolicy", "s3:GetBucketAcl", "s3:ListBucket"];
    private static readonly string[] Patterns = ["*", "s3:*", "s3:*Bucket", "s3:Get*", "s3:DeleteBucket", "sqs:*"];
    private static readonly string[] Buckets = ["a", "ab", "b", "anna", "team-web"];
    private static readonly string[] Resources = ["*", "arn:aws:s3:::*", "arn:aws:s3:::a*", "arn:aws:s3:::b", "arn:aws:s3:::${aws:username}", "arn:aws:s3:::team-${aws:PrincipalTag/team}"];
    private static readonly string[] Conditions =
    [
        "", "", "", """, "Condition": { "StringEquals": { "aws:PrincipalTag/team": "web" } }""", """, "Condition": { "StringLike": { "aws:username": "a*" } }""",
        """, "Condition": { "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/*" } }""", """, "Condition": { "DateLessThan": { "aws:CurrentTime": "2001-01-01T00:00:00Z" } }""",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Both_say_the_same_of_every_user_and_bucket(int seed)
    {
        AccountAuthorization account = Make(new(seed));
        AccessFinder finder = new(account);
        int allowed = 0, decided = 0;
        foreach (string action in Actions)
        {
            foreach (string bucket in Buckets)
            {
                string arn = $"arn:aws:s3:::{bucket}";
                HashSet<string> found = [.. finder.Find(action, arn).Where(access => access.Access == AccessStanding.Allowed).Select(access => access.PrincipalName)];
                foreach (IamUser user in account.Users)
                {
                    AccessPrincipal principal = AccessPrincipal.Parse(user.Arn).With(uniqueId: user.UserId, tags: user.Tags);
                    bool expected = EngineOf(account, user).Decide(new(action, arn, principal, AuthorizationSample.AccountId)).IsAllowed;
                    Assert.True(expected == found.Contains(user.UserName), $"{user.UserName}, {action} on {bucket}: the engine says {expected}");
                    allowed += expected ? 1 : 0;
                    decided++;
                }
            }
        }

        Assert.InRange(allowed, decided / 50, decided - (decided / 50));
    }

    private static CompiledPolicySet EngineOf(AccountAuthorization account, IamUser user)
    {
        IEnumerable<IamIdentity> holders = [user, .. user.Groups.Select(group => account.FindGroup(group)!)];
        return CompiledPolicySet.Compile(new PolicySet
        {
            IdentityPolicies = [.. holders.SelectMany(holder => holder.InlinePolicies).Select(policy => new NamedPolicy(policy.PolicyName, policy.PolicyDocument.Document!))],
            PermissionsBoundary = user.PermissionsBoundaryArn is { } arn ? new("edge", account.FindPolicy(arn)!.Document!.Document!) : null,
        });
    }

    private static AccountAuthorization Make(Random random)
    {
        AuthorizationSample sample = new AuthorizationSample().Policy("edge", $"{Statement(random, "Allow")}, {Statement(random, "Allow")}, {Statement(random, "Deny")}");
        for (int i = 0; i < 5; i++)
            sample.Group($"g{i}", [("p", $"{Statement(random)}, {Statement(random, "Allow")}")]);
        foreach (string name in (string[])["anna", "bert", "a", "b", "carl", "dora", "emil", "fred"])
        {
            string[] groups = [.. Enumerable.Range(0, 5).Where(_ => random.Next(3) == 0).Select(i => $"g{i}")];
            sample.User(name, groups, [("own", Statement(random))], boundary: random.Next(3) == 0 ? "edge" : null, tag: random.Next(2) == 0 ? "web" : null);
        }

        return sample.Read();
    }

    private static string Statement(Random random, string? effect = null)
    {
        string Pick(string[] from) => from[random.Next(from.Length)];
        string action = random.Next(6) == 0 ? "NotAction" : "Action", resource = random.Next(6) == 0 ? "NotResource" : "Resource";
        return $$"""{ "Effect": "{{effect ?? (random.Next(3) == 0 ? "Deny" : "Allow")}}", "{{action}}": ["{{Pick(Patterns)}}", "{{Pick(Patterns)}}"], "{{resource}}": ["{{Pick(Resources)}}", "{{Pick(Resources)}}"]{{Pick(Conditions)}} }""";
    }
}
