using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>What Elastic Load Balancing says when it refuses.</summary>
internal static class ElbErrors
{
    public static ServiceError Validation(string message) => new("ValidationError", message);

    public static ServiceError Configuration(string message) => new("InvalidConfigurationRequest", message);

    public static ServiceError NoLoadBalancer(string arn) => new("LoadBalancerNotFound", $"Load balancer '{arn}' not found");

    public static ServiceError NoTargetGroup(string arn) => new("TargetGroupNotFound", $"Target groups '{arn}' not found");

    public static ServiceError NoListener() => new("ListenerNotFound", "One or more listeners not found");

    /// <summary>Checks the name of a load balancer or a target group.</summary>
    /// <param name="name">The name.</param>
    /// <param name="kind">What bears it, as AWS begins its sentence: <c>The load balancer name</c>.</param>
    public static void CheckName(string name, string kind)
    {
        const int Longest = 32;
        _ = name.Length is > 0 and <= Longest ? true : throw Validation($"{kind} '{name}' cannot be longer than '{Longest}' characters");
        _ = name.All(character => char.IsAsciiLetterOrDigit(character) || character == '-')
            ? true
            : throw Validation($"{kind} '{name}' can only contain characters that are alphanumeric characters or hyphens(-)");
        _ = name[0] != '-' && name[^1] != '-' ? true : throw Validation($"{kind} '{name}' cannot begin or end with a hyphen(-)");
    }
}
