using CloudEssentials.Catalog;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Benchmarks.Policies;

/// <summary>A compiled set of policies and requests to decide with it, some allowed and some not.</summary>
public sealed class DecisionScenario
{
    private static readonly AccessPrincipal _alice = AccessPrincipal.Parse("arn:aws:iam::123456789012:user/alice");
    private readonly CompiledPolicySet _policies;
    private readonly AccessRequest[] _requests;

    private DecisionScenario(IEnumerable<PolicyDocument> documents, IEnumerable<AccessRequest> requests)
    {
        _policies = CompiledPolicySet.Compile(documents);
        _requests = [.. requests];
    }

    public static DecisionScenario OneStatement() => new(
        [PolicyDocument.Parse("""{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::photos/*" } }""")],
        ObjectRequests(RequestContext.Empty));

    public static DecisionScenario WithCondition() => new(
        [PolicyDocument.Parse("""
            { "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::photos/${aws:username}/*",
              "Condition": { "IpAddress": { "aws:SourceIp": "10.0.0.0/8" }, "StringEquals": { "aws:PrincipalTag/team": ["red", "blue"] } } } }
            """)],
        ObjectRequests(new([new("aws:SourceIp", "10.1.2.3"), new("aws:PrincipalTag/team", "blue")])));

    public static DecisionScenario ReadOnlyAccess() => new(Managed("ReadOnlyAccess"), ManyServices());

    public static DecisionScenario TenManagedPolicies() => new(
        Managed(
            "ReadOnlyAccess",
            "PowerUserAccess",
            "SecurityAudit",
            "ViewOnlyAccess",
            "AmazonEC2FullAccess",
            "AmazonS3FullAccess",
            "AmazonDynamoDBFullAccess",
            "IAMFullAccess",
            "AWSLambda_FullAccess",
            "CloudWatchFullAccess"),
        ManyServices());

    /// <summary>Decides each request once.</summary>
    /// <returns>How many were decided.</returns>
    public int DecideAll()
    {
        int allowed = 0;
        foreach (AccessRequest request in _requests)
            allowed += _policies.Decide(request).IsAllowed ? 1 : 0;
        return allowed is 0 ? throw new InvalidOperationException("Nothing was allowed.") : _requests.Length;
    }

    private static IEnumerable<PolicyDocument> Managed(params string[] names) => names.Select(name =>
        PolicyDocument.Parse((ManagedPolicyCatalog.Default.Find(name) ?? throw new InvalidOperationException($"There is no {name}.")).Document));

    private static IEnumerable<AccessRequest> ObjectRequests(RequestContext context)
    {
        string[] keys = ["photos/alice/cat.jpg", "photos/alice/2026/03/holiday.jpg", "other/alice/cat.jpg", "photos/alice/a"];
        return keys.SelectMany(key => new[] { "s3:GetObject", "s3:GetObject", "s3:PutObject" }
            .Select(action => new AccessRequest(action, $"arn:aws:s3:::{key}", _alice, context: context)));
    }

    private static IEnumerable<AccessRequest> ManyServices()
    {
        (string Action, string Resource)[] requests =
        [
            ("s3:GetObject", "arn:aws:s3:::photos/cat.jpg"), ("s3:PutObject", "arn:aws:s3:::photos/cat.jpg"), ("ec2:DescribeInstances", "*"), ("ec2:RunInstances", "arn:aws:ec2:us-east-1:123456789012:instance/*"),
            ("iam:ListUsers", "*"), ("iam:CreateUser", "arn:aws:iam::123456789012:user/bob"), ("dynamodb:GetItem", "arn:aws:dynamodb:us-east-1:123456789012:table/Employees"),
            ("lambda:ListFunctions", "*"), ("lambda:InvokeFunction", "arn:aws:lambda:us-east-1:123456789012:function:f"), ("cloudwatch:GetMetricData", "*"), ("logs:FilterLogEvents", "arn:aws:logs:us-east-1:123456789012:log-group:/x:*"),
            ("rds:DescribeDBInstances", "*"), ("kms:Decrypt", "arn:aws:kms:us-east-1:123456789012:key/1"), ("sqs:ReceiveMessage", "arn:aws:sqs:us-east-1:123456789012:q"), ("organizations:LeaveOrganization", "*"), ("sagemaker:ListModels", "*"),
        ];
        return requests.Select(request => new AccessRequest(request.Action, request.Resource, _alice));
    }
}
