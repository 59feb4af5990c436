using System.Management.Automation;
using CloudEssentials.Module.Completion;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Module;

/// <summary>A cmdlet that calls AWS: it takes the connection's parameters by AWS.Tools' names.</summary>
public abstract class AwsCmdlet : OperationCmdlet
{
    /// <summary>The name of a profile in the shared credential files or in the .NET credential store.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("StoredCredentials", "AWSProfileName")]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>The file that holds the profile, where it is not in the usual place.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AWSProfilesLocation", "ProfilesLocation")]
    public string? ProfileLocation { get; set; }

    /// <summary>An access key id.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AK")]
    public string? AccessKey { get; set; }

    /// <summary>The secret key of the access key.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("SK", "SecretAccessKey")]
    public string? SecretKey { get; set; }

    /// <summary>The session token of temporary keys.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ST")]
    public string? SessionToken { get; set; }

    /// <summary>A credentials object, of AWS.Tools' types too.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public object? Credential { get; set; }

    /// <summary>Where to call instead of AWS's own endpoint.</summary>
    [Parameter]
    public string? EndpointUrl { get; set; }

    /// <summary>A connection made before, from Get-CloudAccount.</summary>
    [Parameter]
    public CloudAccount? Connection { get; set; }
}
