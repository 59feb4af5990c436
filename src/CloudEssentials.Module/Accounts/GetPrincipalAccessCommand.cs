using System.Management.Automation;
using CloudEssentials.Accounts.Access;
using CloudEssentials.Module.Completion;

namespace CloudEssentials.Module.Accounts;

/// <summary>Says what a user or role may do.</summary>
[Cmdlet(VerbsCommon.Get, "PrincipalAccess")]
[OutputType(typeof(PrincipalServiceAccess))]
public sealed class GetPrincipalAccessCommand : AuthorizationCmdlet
{
    /// <summary>Names or ARNs of users.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public string[]? UserName { get; set; }

    /// <summary>Names or ARNs of roles.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? RoleName { get; set; }

    /// <summary>Services by their prefixes.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    [SupportsWildcards]
    public string[]? Service { get; set; }
}
