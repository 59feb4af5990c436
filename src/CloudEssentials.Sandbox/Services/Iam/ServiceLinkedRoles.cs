using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Roles that belong to a service. See "Create a service-linked role" in the IAM User Guide.</summary>
internal static class ServiceLinkedRoles
{
    private const string PathPrefix = "/aws-service-role/";

    public static bool Is(IamRole role) => role.Path.StartsWith(PathPrefix, StringComparison.Ordinal);

    public static string PathOf(string service) => $"{PathPrefix}{service}/";

    /// <summary>The name that services give, such as AWSServiceRoleForAutoScaling for autoscaling.amazonaws.com.</summary>
    public static string NameOf(string service, string? suffix)
    {
        string short_ = service.Split('.')[0];
        string name = Known.GetValueOrDefault(short_) ?? string.Concat(short_.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        return $"AWSServiceRoleFor{name}{(suffix is null ? string.Empty : "_" + suffix)}";
    }

    /// <summary>What a caller must be allowed whose call makes a service's role because there is none yet.</summary>
    public static IEnumerable<(string Action, string Resource)> Needed(OperationCall call, string service) => IamState.Of(call.State).Roles.Contains(NameOf(service, null))
        ? []
        : [("iam:CreateServiceLinkedRole", ArnOf(call, service))];

    /// <summary>Makes a service's role, if there is none yet.</summary>
    /// <returns>The role.</returns>
    public static IamRole Ensure(OperationCall call, string service) =>
        IamState.Of(call.State).Roles.TryGet(NameOf(service, null), out IamRole? known) ? known : Make(call, service, null, null);

    public static IamRole Make(OperationCall call, string service, string? suffix, string? description)
    {
        string name = NameOf(service, suffix);
        var role = new IamRole
        {
            Name = name,
            Path = PathOf(service),
            Id = IamArns.NewId(call, "AROA"),
            Arn = ArnOf(call, service, suffix),
            Created = call.Now,
            TrustPolicy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"{{service}}"},"Action":"sts:AssumeRole"}]}""",
            Description = description,
        };
        IamState.Of(call.State).Roles[name] = role;
        return role;
    }

    private static string ArnOf(OperationCall call, string service, string? suffix = null) =>
        $"arn:{call.Partition}:iam::{call.AccountId}:role{PathOf(service)}{NameOf(service, suffix)}";

    /// <exception cref="ServiceError">UnmodifiableEntity: the role belongs to a service.</exception>
    public static IamRole Changeable(this IamRole role) => Is(role)
        ? throw new ServiceError(
            "UnmodifiableEntity", $"Cannot perform the operation on the protected role '{role.Name}' - this role is only modifiable by AWS")
        : role;

    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["autoscaling"] = "AutoScaling",
        ["elasticloadbalancing"] = "ElasticLoadBalancing",
        ["organizations"] = "Organizations",
        ["access-analyzer"] = "AccessAnalyzer",
        ["support"] = "Support",
        ["trustedadvisor"] = "TrustedAdvisor",
        ["rds"] = "RDS",
        ["ecs"] = "ECS",
        ["guardduty"] = "AmazonGuardDuty",
        ["config"] = "Config",
        ["securityhub"] = "SecurityHub",
        ["sso"] = "SSO",
    };
}
