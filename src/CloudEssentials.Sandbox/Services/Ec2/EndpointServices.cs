using System.Collections.Immutable;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The services of AWS that VPC endpoints lead to, and the prefix lists of those that gateway endpoints do.</summary>
internal static class EndpointServices
{
    private static readonly string[] ByGateway = ["dynamodb", "s3"];

    // A part of "AWS services that integrate with AWS PrivateLink": what the sandbox itself has, and what instances call of their own.
    private static readonly string[] ByInterface =
    [
        "access-analyzer", "autoscaling", "cloudformation", "dynamodb", "ebs", "ec2", "ec2messages", "ecr.api", "ecr.dkr", "elasticloadbalancing", "kms", "logs",
        "monitoring", "s3", "secretsmanager", "sns", "sqs", "ssm", "ssmmessages", "sts",
    ];

    /// <summary>The kinds of endpoint that lead to a service of a Region; none for a service that does not exist.</summary>
    public static IReadOnlyList<string> TypesOf(string region, string serviceName)
    {
        string prefix = $"com.amazonaws.{region}.";
        string service = serviceName.StartsWith(prefix, StringComparison.Ordinal) ? serviceName[prefix.Length..] : string.Empty;
        return [.. ByGateway.Contains(service) ? ["Gateway"] : Array.Empty<string>(), .. ByInterface.Contains(service) ? ["Interface"] : Array.Empty<string>()];
    }

    /// <summary>The ids of AWS's prefix lists in a Region by the names of the services. They are the sandbox's own: AWS lists its ids nowhere.</summary>
    public static ImmutableSortedDictionary<string, string> PrefixLists(string region) => ByGateway.ToImmutableSortedDictionary(
        service => $"com.amazonaws.{region}.{service}", service => "pl-" + IdGenerator.Make("prefix-lists", $"{region}:{service}", 0, 8, IdGenerator.Hexadecimal));
}
