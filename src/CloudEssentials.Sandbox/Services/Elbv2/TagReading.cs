using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>An operation on the tags of resources of any kind.</summary>
internal abstract class TagReading : ElbOperation
{
    private const int Maximum = 20;

    /// <summary>The resources that a call names.</summary>
    /// <exception cref="ServiceError">One is not there.</exception>
    protected static IReadOnlyList<ElbResource> Tagged(OperationCall call)
    {
        IReadOnlyList<string> arns = call.Texts("ResourceArns");
        return arns.Count > Maximum
            ? throw ElbErrors.Validation($"The maximum number of resources that can be described or tagged at a time is {Maximum}")
            : [.. arns.Select(arn => Find(call, arn) ?? throw Missing(arn))];
    }

    private static ServiceError Missing(string arn) => arn.Split(':')[^1].Split('/')[0] switch
    {
        "loadbalancer" => ElbErrors.NoLoadBalancer(arn),
        "targetgroup" => ElbErrors.NoTargetGroup(arn),
        "listener" => ElbErrors.NoListener(),
        _ => ElbErrors.Validation($"'{arn}' is not a valid resource ARN"),
    };
}
