using System.Collections;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Policies;

/// <summary>The inputs of <see cref="TestPolicyAccess"/>.</summary>
public sealed record TestPolicyAccessRequest : AwsRequest
{
    /// <summary>The actions, such as <c>s3:GetObject</c>.</summary>
    [Input(Position = 0, Mandatory = true)]
    public string[] Action { get; set; } = [];

    /// <summary>The ARNs of the resources; every pair of action and resource is decided.</summary>
    [Input(Position = 1)]
    public string[] Resource { get; set; } = ["*"];

    /// <summary>Who asks: an ARN, an account id, a service, an identity provider, or <c>Anonymous</c>.</summary>
    public string? Principal { get; set; }

    /// <summary>The account that owns the resources, where their ARNs do not tell.</summary>
    public string? ResourceAccount { get; set; }

    /// <summary>The context keys of the request and their values.</summary>
    public IDictionary? Context { get; set; }

    /// <summary>The policies of the user or role; text, files, dictionaries or objects that hold a document.</summary>
    [Input(Pipeline = PipelineInput.ByValue, Collect = true)]
    public object[]? IdentityPolicy { get; set; }

    /// <summary>The permissions boundary.</summary>
    public object? PermissionsBoundary { get; set; }

    /// <summary>The session policies.</summary>
    public object[]? SessionPolicy { get; set; }

    /// <summary>The policy of the resource.</summary>
    public object? ResourcePolicy { get; set; }

    /// <summary>The service control policies: objects with Target and Policy from the root down, or a flat list for one level.</summary>
    public object[]? ServiceControlPolicy { get; set; }

    /// <summary>The resource control policies, in the same form.</summary>
    public object[]? ResourceControlPolicy { get; set; }

    /// <summary>The policy of the VPC endpoint that the request goes through.</summary>
    public object? VpcEndpointPolicy { get; set; }

    /// <summary>The organization's management account, which control policies do not bind.</summary>
    public string? ManagementAccount { get; set; }

    /// <summary>A user of the connected account, whose policies, groups and boundary are collected.</summary>
    public string? UserName { get; set; }

    /// <summary>A role of the connected account, whose policies and boundary are collected.</summary>
    public string? RoleName { get; set; }
}
