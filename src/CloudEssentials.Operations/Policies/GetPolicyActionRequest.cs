using CloudEssentials.Catalog;

namespace CloudEssentials.Operations.Policies;

/// <summary>The inputs of <c>Get-PolicyAction</c>. Each filter narrows the others; several values of one widen it.</summary>
public sealed record GetPolicyActionRequest
{
    /// <summary>Names of actions with or without wildcards: <c>s3:GetObject</c>, <c>s3:Get*</c>; without a service, of every service.</summary>
    [Input(Position = 0, Pipeline = PipelineInput.ByValue | PipelineInput.ByPropertyName, Aliases = ["Action"])]
    public string[]? Name { get; set; }

    /// <summary>Prefixes of services, with or without wildcards: <c>s3</c>.</summary>
    public string[]? Service { get; set; }

    /// <summary>Levels of access.</summary>
    public AccessLevel[]? AccessLevel { get; set; }

    /// <summary>Types of resource that the actions take, with or without wildcards: <c>bucket</c>.</summary>
    public string[]? ResourceType { get; set; }

    /// <summary>Condition keys that can hold the actions: <c>s3:prefix</c>, <c>aws:RequestTag/Department</c>.</summary>
    public string[]? ConditionKey { get; set; }
}
