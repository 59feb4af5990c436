using System.Management.Automation;
using CloudEssentials.Accounts;

namespace CloudEssentials.Module.Accounts;

/// <summary>Reads what the account asks of its users' passwords.</summary>
[Cmdlet(VerbsCommon.Get, "AccountPasswordPolicy")]
[OutputType(typeof(AccountPasswordPolicy))]
public sealed class GetAccountPasswordPolicyCommand : AwsCmdlet;
