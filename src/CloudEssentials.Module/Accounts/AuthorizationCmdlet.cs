using System.Management.Automation;
using CloudEssentials.Accounts;

namespace CloudEssentials.Module.Accounts;

/// <summary>A cmdlet that works on an account's authorization: given, from files, or taken from the connected account.</summary>
public abstract class AuthorizationCmdlet : AwsCmdlet
{
    /// <summary>What Get-AccountAuthorization took.</summary>
    [Parameter(ValueFromPipeline = true)]
    public AccountAuthorization? Authorization { get; set; }

    /// <summary>Files that the AWS CLI saved.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[]? Path { get; set; }
}
