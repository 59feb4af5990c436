using System.Management.Automation;
using CloudEssentials.Accounts;

namespace CloudEssentials.Module.Accounts;

/// <summary>Gives the credentials of each user of an account, and of its root user.</summary>
[Cmdlet(VerbsCommon.Get, "CredentialReport")]
[OutputType(typeof(CredentialReportRow))]
public sealed class GetCredentialReportCommand : AwsCmdlet
{
    /// <summary>Saved reports to read instead of the account's.</summary>
    [Parameter(Position = 0)]
    public string[]? Path { get; set; }
}
