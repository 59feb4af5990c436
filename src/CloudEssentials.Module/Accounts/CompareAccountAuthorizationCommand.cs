using System.Management.Automation;
using CloudEssentials.Accounts;

namespace CloudEssentials.Module.Accounts;

/// <summary>Says what changed between two pictures of an account.</summary>
[Cmdlet(VerbsData.Compare, "AccountAuthorization")]
[OutputType(typeof(AuthorizationChange))]
public sealed class CompareAccountAuthorizationCommand : AwsCmdlet
{
    /// <summary>The picture before.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    public object? ReferenceAuthorization { get; set; }

    /// <summary>The picture after.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true)]
    public object? DifferenceAuthorization { get; set; }
}
