using System.Management.Automation;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Module.Connections;

/// <summary>Says which account one is connected to, as whom, and where.</summary>
[Cmdlet(VerbsCommon.Get, "CloudAccount")]
[OutputType(typeof(CloudAccount))]
public sealed class GetCloudAccountCommand : RegionalAwsCmdlet;
