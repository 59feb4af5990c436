using System.Management.Automation;
using CloudEssentials.Catalog;
using CloudEssentials.Module.Completion;
using CloudEssentials.Operations.Policies;

namespace CloudEssentials.Module.Policies;

/// <summary>Searches the catalogue of actions.</summary>
[Cmdlet(VerbsCommon.Get, "PolicyAction")]
[OutputType(typeof(PolicyAction))]
public sealed class GetPolicyActionCommand : OperationCmdlet
{
    /// <summary>Names of actions, with or without wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Action")]
    [ArgumentCompleter(typeof(ActionCompleter))]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary>Prefixes of services, with or without wildcards.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    [SupportsWildcards]
    public string[]? Service { get; set; }

    /// <summary>Levels of access.</summary>
    [Parameter]
    public AccessLevel[]? AccessLevel { get; set; }

    /// <summary>Types of resource that the actions take, with or without wildcards.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ResourceTypeCompleter))]
    [SupportsWildcards]
    public string[]? ResourceType { get; set; }

    /// <summary>Condition keys that can hold the actions.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ConditionKeyCompleter))]
    public string[]? ConditionKey { get; set; }
}
