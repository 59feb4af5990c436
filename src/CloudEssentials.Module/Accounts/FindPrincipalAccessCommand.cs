using System.Collections;
using System.Management.Automation;
using CloudEssentials.Accounts.Access;
using CloudEssentials.Module.Completion;

namespace CloudEssentials.Module.Accounts;

/// <summary>Finds every user and role that may do something.</summary>
[Cmdlet(VerbsCommon.Find, "PrincipalAccess")]
[OutputType(typeof(PrincipalAccess))]
public sealed class FindPrincipalAccessCommand : AuthorizationCmdlet
{
    /// <summary>The actions.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [ArgumentCompleter(typeof(ActionCompleter))]
    [SupportsWildcards]
    public string[] Action { get; set; } = [];

    /// <summary>The ARN of one resource.</summary>
    [Parameter(Position = 1)]
    public string? Resource { get; set; }

    /// <summary>Names of users and roles.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[]? PrincipalName { get; set; }

    /// <summary>What is known of the requests.</summary>
    [Parameter]
    public IDictionary? Context { get; set; }
}
