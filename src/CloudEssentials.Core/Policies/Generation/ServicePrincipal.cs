using CloudEssentials.Catalog;

namespace CloudEssentials.Policies.Generation;

/// <summary>
/// The principal by which a service acts: what <c>iam:PassedToService</c> and <c>iam:AWSServiceName</c> hold. It is the
/// service's prefix with <c>.amazonaws.com</c>, but for those that AWS's documentation lists otherwise.
/// </summary>
internal static class ServicePrincipal
{
    /// <summary>The principal to which a role is passed by an action.</summary>
    internal static string PassedBy(CatalogAction action) => action.Service.Prefix switch
    {
        "ecs" => "ecs-tasks.amazonaws.com",
        "rds" => "monitoring.rds.amazonaws.com",
        "execute-api" => "apigateway.amazonaws.com",
        var prefix => $"{prefix}.amazonaws.com",
    };

    /// <summary>The principal of the service-linked role that an action may create.</summary>
    internal static string LinkedTo(CatalogAction action) => action.Service.Prefix switch
    {
        "apigateway" => "ops.apigateway.amazonaws.com",
        "dynamodb" => "replication.dynamodb.amazonaws.com",
        "ec2" => "spot.amazonaws.com",
        "es" => "opensearchservice.amazonaws.com",
        var prefix => $"{prefix}.amazonaws.com",
    };
}
