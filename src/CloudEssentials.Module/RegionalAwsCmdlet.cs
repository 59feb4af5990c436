using System.Management.Automation;
using CloudEssentials.Module.Completion;
using CloudEssentials.Operations;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Module;

/// <summary>A cmdlet that calls AWS in one Region.</summary>
/// <inheritdoc cref="OperationCmdlet{TOperation, TRequest, TResult}"/>
public abstract class RegionalAwsCmdlet<TOperation, TRequest, TResult> : AwsCmdlet<TOperation, TRequest, TResult>
    where TOperation : IOperation<TRequest, TResult>, new()
    where TRequest : RegionalAwsRequest, new()
{
    /// <summary>The Region to call.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("RegionToCall")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }
}
