using System.Management.Automation;
using CloudEssentials.Accounts;

namespace CloudEssentials.Module.Accounts;

/// <summary>Takes the whole authorization picture of an account.</summary>
[Cmdlet(VerbsCommon.Get, "AccountAuthorization")]
[OutputType(typeof(AccountAuthorization))]
public sealed class GetAccountAuthorizationCommand : AwsCmdlet
{
    /// <summary>Files that the AWS CLI saved.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    public string[]? Path { get; set; }
}
