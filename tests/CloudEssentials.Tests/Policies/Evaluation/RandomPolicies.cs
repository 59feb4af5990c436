using System.Text.Json;
using System.Text.Json.Nodes;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Tests.Policies.Evaluation;

/// <summary>Makes policies and requests out of few words, so that they often meet.</summary>
public sealed class RandomPolicies(int seed)
{
    private static readonly string[] _actions =
        ["s3:GetObject", "s3:PutObject", "s3:ListBucket", "kms:Decrypt", "kms:RetireGrant", "sts:AssumeRole", "sqs:SendMessage", "iam:PassRole", "ec2:StartInstances", "logs:PutLogEvents"];

    private static readonly string[] _actionPatterns =
    [
        "*", "*", "*:*", "s3:*", "s3:*", "s3:Get*", "S3:getobject", "s3:*Object", "kms:*", "kms:Decrypt", "sts:Assume*", "sts:AssumeRole", "s3:?etObject", "s?:Get*",
        "ec2:*", "sqs:*", "s3:G*t*t", "s3:GetObject", "s3:PutObject", "s3:List*", "logs:*", "iam:Pass*", "s3", "sqs:SendMessage", "**",
    ];

    private static readonly string[] _resources =
    [
        "arn:aws:s3:::photos/cat.jpg", "arn:aws:s3:::photos", "arn:aws:s3:::photos/alice/a:b.jpg", "arn:aws:s3:::photos/*", "arn:aws:kms:us-east-1:111111111111:key/k1",
        "arn:aws:iam::111111111111:role/app", "arn:aws:iam::222222222222:role/app", "arn:aws:sqs:eu-west-1:222222222222:queue", "arn:aws:sqs:eu-west-1:111111111111:queue",
        "arn:aws:logs:us-east-1:111111111111:log-group:/x:log-stream:s", "*", "arn:aws:ec2:us-east-1:111111111111:instance/i-1", "arn:aws-cn:s3:::photos/cat.jpg",
        "arn:aws:kms:us-east-1:222222222222:key/k2",
    ];

    private static readonly string[] _resourcePatterns =
    [
        "*", "*", "*", "arn:aws:s3:::photos/*", "arn:aws:s3:::photos", "arn:aws:s3:::*", "arn:aws:s3:::photos/${aws:username}/*", "arn:aws:s3:::${aws:PrincipalTag/team, 'photos'}/*",
        "arn:aws:s3:::${aws:PrincipalTag/team}*", "arn:aws:s3", "arn:aws:*:::photos", "arn:*:s3:::p?otos*", "arn:aws:logs:*:*:log-group:*", "arn:aws:logs:*:log-group:/x:*", "arn:aws:logs:us-*:log-stream:s",
        "arn:aws:logs:us-*1:*:log-stream:?", "arn:aws:kms:us-*-1:*:key/*", "arn:aws:iam::*:role/*", "arn:aws:sqs:*:*:*", "arn:aws:ec2:*:*:instance/*", "arn:aws:s3:::photos/*:*",
        "arn:aws:s3:::photos/${*}*", "arn:aws:s3:::photos/${*}", "photos/*", "arn:aws:s3:::photos/*a*b*", "arn:aws:s3:::photos/cat.jpg", "arn:aws:sqs:eu-west-1:222222222222:queue", "arn:aws:s*:::photos/*",
        "arn:aws:logs:*", "arn:aws:s3::*:photos/*", "arn:aws:iam::111111111111:role/${aws:PrincipalTag/team,'app'}", "arn:aws:s3:::photos/${", "arn:aws:s3:::${aws:username", "arn:aws", "arn:aws:s3:::photos/${?}at.jpg",
    ];

    private static readonly string?[] _principals =
    [
        "arn:aws:iam::111111111111:user/alice", "arn:aws:iam::111111111111:user/alice", "arn:aws:iam::111111111111:user/team/bob", "arn:aws:sts::111111111111:assumed-role/app/session",
        "arn:aws:sts::111111111111:assumed-role/app/other", "arn:aws:iam::111111111111:role/app", "arn:aws:sts::111111111111:federated-user/carol", "arn:aws:iam::111111111111:root",
        "arn:aws:iam::222222222222:user/dave", "arn:aws:sts::222222222222:assumed-role/app/session", "arn:aws:iam::222222222222:root", "cloudtrail.amazonaws.com", "accounts.google.com", "Anonymous", null,
        "arn:aws:iam::111111111111:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX", "arn:aws:sts::111111111111:assumed-role/AWSServiceRoleForX/s",
    ];

    private static readonly string[] _awsPrincipals =
    [
        "*", "111111111111", "222222222222", "arn:aws:iam::111111111111:root", "arn:aws:iam::222222222222:root", "arn:aws:iam::111111111111:user/alice", "arn:aws:iam::111111111111:user/team/bob",
        "arn:aws:sts::111111111111:assumed-role/app/session", "arn:aws:iam::111111111111:role/app", "arn:aws:iam::111111111111:role/path/app", "arn:aws:sts::111111111111:federated-user/carol",
        "arn:aws:iam::222222222222:user/dave", "arn:aws:iam::222222222222:role/app", "arn:aws:iam::111111111111:user/*",
    ];

    private static readonly (string Operator, string Key, string[] Values)[] _conditions =
    [
        ("StringEquals", "aws:PrincipalTag/team", ["red", "blue"]), ("StringNotEquals", "aws:principaltag/TEAM", ["red"]), ("StringEqualsIfExists", "aws:PrincipalTag/team", ["blue"]),
        ("StringEqualsIgnoreCase", "s3:prefix", ["HOME/"]), ("StringNotEqualsIgnoreCase", "s3:prefix", ["HOME/"]), ("StringLike", "s3:prefix", ["home/*", ""]), ("StringNotLike", "s3:prefix", ["home/*"]),
        ("StringLike", "s3:prefix", ["${aws:username}/*"]), ("StringLike", "s3:prefix", ["${aws:PrincipalTag/team, 'home'}/*"]), ("StringNotLike", "s3:prefix", ["${aws:username}/*", "home/"]),
        ("StringEquals", "s3:prefix", ["home/*", "home/${*}"]), ("StringLike", "s3:prefix", ["home/${*}"]), ("StringLikeIfExists", "s3:prefix", ["?ome/"]), ("StringNotLikeIfExists", "s3:prefix", ["?ome/"]),
        ("ForAllValues:StringEquals", "aws:TagKeys", ["a", "b"]), ("ForAnyValue:StringEquals", "aws:TagKeys", ["a", "b"]), ("ForAllValues:StringNotEquals", "aws:TagKeys", ["a"]), ("ForAnyValue:StringNotEquals", "aws:TagKeys", ["a", "b"]),
        ("ForAllValues:StringLike", "aws:TagKeys", ["a*"]), ("ForAnyValue:StringLikeIfExists", "aws:TagKeys", ["b*"]), ("ForAllValues:StringNotLike", "aws:TagKeys", ["c*"]), ("StringEquals", "aws:TagKeys", ["a"]), ("StringNotEquals", "aws:TagKeys", ["a"]),
        ("Null", "aws:TagKeys", ["true"]), ("Null", "aws:TagKeys", ["false"]), ("Null", "aws:MultiFactorAuthPresent", ["true"]), ("Bool", "aws:MultiFactorAuthPresent", ["true"]), ("BoolIfExists", "aws:MultiFactorAuthPresent", ["false"]),
        ("IpAddress", "aws:SourceIp", ["10.0.0.0/8", "2001:db8::/32"]), ("NotIpAddress", "aws:SourceIp", ["10.0.0.0/8"]), ("IpAddress", "aws:SourceIp", ["10.0.0.1"]), ("NotIpAddressIfExists", "aws:SourceIp", ["192.168.0.0/16", "10.0.0.1"]),
        ("NumericLessThanEquals", "s3:max-keys", ["10"]), ("NumericGreaterThan", "s3:max-keys", ["9.5"]), ("NumericEquals", "s3:max-keys", ["10.0", "5"]), ("NumericNotEquals", "s3:max-keys", ["10"]), ("NumericLessThan", "s3:max-keys", ["5"]), ("NumericGreaterThanEquals", "s3:max-keys", ["5"]),
        ("DateLessThan", "aws:CurrentTime", ["2026-03-01T12:00:01Z"]), ("DateGreaterThan", "aws:CurrentTime", ["2026-03-01T13:00:00+01:00"]), ("DateGreaterThanEquals", "aws:CurrentTime", ["2026-03-01T12:00:00Z"]), ("DateEquals", "aws:TokenIssueTime", ["2026-02-01T00:00:00Z"]),
        ("DateNotEquals", "aws:TokenIssueTime", ["2026-02-01T00:00:00Z"]), ("DateLessThanEquals", "aws:TokenIssueTime", ["1769904000"]),
        ("ArnEquals", "aws:PrincipalArn", ["arn:aws:iam::111111111111:role/*"]), ("ArnLike", "aws:PrincipalArn", ["arn:aws:iam::*:user/*"]), ("ArnNotLike", "aws:PrincipalArn", ["arn:aws:iam::111111111111:user/alice"]), ("ArnNotEquals", "aws:SourceArn", ["arn:aws:sns:*:*:*"]),
        ("ArnLike", "aws:SourceArn", ["arn:aws:sns:*:${aws:PrincipalAccount}:t*"]), ("ArnLikeIfExists", "aws:SourceArn", ["arn:aws:sns:us-*"]), ("ArnLike", "aws:PrincipalArn", ["*"]),
        ("StringEquals", "aws:PrincipalAccount", ["111111111111"]), ("StringNotEquals", "aws:PrincipalAccount", ["111111111111", "anonymous"]), ("StringEquals", "aws:ResourceAccount", ["${aws:PrincipalAccount}"]), ("StringNotEquals", "aws:ResourceAccount", ["${aws:PrincipalAccount}"]),
        ("StringEquals", "aws:PrincipalType", ["User", "AssumedRole"]), ("Bool", "aws:PrincipalIsAWSService", ["true"]), ("BoolIfExists", "aws:PrincipalIsAWSService", ["false"]), ("StringEquals", "aws:RequestedRegion", ["us-east-1"]), ("StringNotEquals", "aws:RequestedRegion", ["us-east-1", "eu-west-1"]),
        ("StringEquals", "aws:username", ["alice"]), ("BinaryEquals", "custom:bytes", ["AQID"]), ("Bool", "aws:MultiFactorAuthPresent", ["${custom:flag}"]),
    ];

    private static readonly (string Key, string[][] Choices)[] _context =
    [
        ("aws:PrincipalTag/Team", [["red"], ["blue"], ["green"]]), ("s3:prefix", [["home/"], ["home/*"], ["alice/x"], [""], ["red/y"]]), ("aws:TagKeys", [["a"], ["a", "b"], ["b", "c"], [], [""], ["", "a"], ["abc"]]),
        ("aws:MultiFactorAuthPresent", [["true"], ["false"]]), ("aws:SourceIp", [["10.0.0.1"], ["10.2.3.4"], ["192.168.1.1"], ["2001:db8::1"], ["fe80::1"]]), ("s3:max-keys", [["5"], ["10"], ["11"], ["9.75"], ["many"]]),
        ("aws:TokenIssueTime", [["2026-02-01T00:00:00Z"], ["2026-02-02T00:00:00Z"], ["soon"]]), ("AWS:sourcearn", [["arn:aws:sns:us-east-1:111111111111:topic"], ["arn:aws:sns:us-east-1:222222222222:topic:x"], ["topic"]]), ("custom:bytes", [["AQID"], ["AQIE"]]), ("custom:flag", [["true"], ["false"], ["true", "false"]]),
    ];

    private readonly Random _random = new(seed);

    public ReferenceRequest NextRequest()
    {
        Dictionary<string, string[]> context = [];
        foreach ((string key, string[][] choices) in _context)
        {
            if (_random.Next(2) == 0)
                context[key] = Pick(choices);
        }

        return new(Pick(_actions), Pick(_resources), Pick(_principals), context, _random.Next(6) == 0 ? "222222222222" : null);
    }

    public PolicySet NextSet() => new()
    {
        IdentityPolicies = [.. Enumerable.Range(0, _random.Next(3)).Select(i => NextPolicy($"identity {i}", principal: false))],
        PermissionsBoundary = _random.Next(4) == 0 ? NextPolicy("boundary", principal: false) : null,
        SessionPolicies = _random.Next(4) == 0 ? [NextPolicy("session", principal: false)] : null,
        ResourcePolicy = _random.Next(2) == 0 ? NextPolicy("resource", principal: true) : null,
        ServiceControlPolicies = _random.Next(4) == 0 ? [new("root", [NextPolicy("scp 1", principal: false), FullAccess(false)]), new("account", [NextPolicy("scp 2", principal: false)])] : null,
        ResourceControlPolicies = _random.Next(4) == 0 ? [new("root", [FullAccess(true), NextPolicy("rcp", principal: true)])] : null,
        VpcEndpointPolicy = _random.Next(6) == 0 ? NextPolicy("endpoint", principal: true) : null,
        ManagementAccount = _random.Next(6) == 0 ? "111111111111" : null,
    };

    private static NamedPolicy FullAccess(bool principal) => new("full", PolicyDocument.Parse(
        $$"""{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", {{(principal ? "\"Principal\": \"*\"," : "")}} "Action": "*", "Resource": "*" } }"""));

    private NamedPolicy NextPolicy(string name, bool principal)
    {
        JsonObject document = new() { ["Version"] = _random.Next(5) == 0 ? "2008-10-17" : "2012-10-17" };
        document["Statement"] = new JsonArray([.. Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => NextStatement(principal))]);
        return new(name, PolicyDocument.Parse(document.ToJsonString(new JsonSerializerOptions())));
    }

    private JsonObject NextStatement(bool principal)
    {
        JsonObject statement = new() { ["Effect"] = _random.Next(4) == 0 ? "Deny" : "Allow" };
        if (principal)
            statement[_random.Next(6) == 0 ? "NotPrincipal" : "Principal"] = NextPrincipal();
        statement[_random.Next(6) == 0 ? "NotAction" : "Action"] = Values(_actionPatterns);
        if (!principal || _random.Next(6) > 0)
            statement[_random.Next(8) == 0 ? "NotResource" : "Resource"] = Values(_resourcePatterns);
        if (_random.Next(2) == 0)
            statement["Condition"] = NextConditions();
        return statement;
    }

    private JsonObject NextConditions()
    {
        JsonObject blocks = [];
        for (int i = _random.Next(3); i >= 0; i--)
        {
            (string name, string key, string[] values) = Pick(_conditions);
            if (blocks[name] is not JsonObject block)
                blocks[name] = block = [];
            block[key] = values.Length == 1 && _random.Next(2) == 0 ? values[0] : new JsonArray([.. values.Select(value => (JsonNode)value)]);
        }

        return blocks;
    }

    private JsonNode NextPrincipal() => _random.Next(8) switch
    {
        0 => "*",
        1 => new JsonObject { ["Service"] = "cloudtrail.amazonaws.com", ["AWS"] = Values(_awsPrincipals) },
        2 => new JsonObject { ["Federated"] = new JsonArray("accounts.google.com", "www.amazon.com") },
        _ => new JsonObject { ["AWS"] = Values(_awsPrincipals) },
    };

    private JsonNode Values(string[] pool) => _random.Next(2) == 0
        ? Pick(pool)
        : new JsonArray([.. Enumerable.Range(0, 1 + _random.Next(4)).Select(_ => (JsonNode)Pick(pool))]);

    private T Pick<T>(T[] pool) => pool[_random.Next(pool.Length)];
}
