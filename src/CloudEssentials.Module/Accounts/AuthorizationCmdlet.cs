using System.Management.Automation;
using CloudEssentials.Accounts;
using CloudEssentials.Operations;
using CloudEssentials.Operations.Accounts;

namespace CloudEssentials.Module.Accounts;

/// <summary>A cmdlet that works on an account's authorization: given, from files, or taken from the connected account.</summary>
/// <inheritdoc cref="OperationCmdlet{TOperation, TRequest, TResult}"/>
public abstract class AuthorizationCmdlet<TOperation, TRequest, TResult> : AwsCmdlet<TOperation, TRequest, TResult>
    where TOperation : IOperation<TRequest, TResult>, new()
    where TRequest : AuthorizationRequest, new()
{
    /// <summary>What Get-AccountAuthorization took.</summary>
    [Parameter(ValueFromPipeline = true)]
    public AccountAuthorization? Authorization { get; set; }

    /// <summary>Files that the AWS CLI saved.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[]? Path { get; set; }
}
