using System.Globalization;
using System.Text;

namespace CloudEssentials.Operations.Connections;

/// <summary>
/// The inputs of every command that calls AWS; names and aliases are those of AWS.Tools. Where none is given, the
/// session's connection serves, else the usual chain of credentials.
/// </summary>
public abstract record AwsRequest
{
    /// <summary>The name of a profile in the shared credential files or in the .NET credential store.</summary>
    [Input(Aliases = ["StoredCredentials", "AWSProfileName"], Pipeline = PipelineInput.ByPropertyName)]
    public string? ProfileName { get; set; }

    /// <summary>The file that holds the profile, where it is not in the usual place.</summary>
    [Input(Aliases = ["AWSProfilesLocation", "ProfilesLocation"], Pipeline = PipelineInput.ByPropertyName)]
    public string? ProfileLocation { get; set; }

    /// <summary>An access key id.</summary>
    [Input(Aliases = ["AK"], Pipeline = PipelineInput.ByPropertyName)]
    public string? AccessKey { get; set; }

    /// <summary>The secret key of <see cref="AccessKey"/>.</summary>
    [Input(Aliases = ["SK", "SecretAccessKey"], Pipeline = PipelineInput.ByPropertyName)]
    public string? SecretKey { get; set; }

    /// <summary>The session token of temporary keys.</summary>
    [Input(Aliases = ["ST"], Pipeline = PipelineInput.ByPropertyName)]
    public string? SessionToken { get; set; }

    /// <summary>A credentials object, of AWS.Tools' types too.</summary>
    [Input(Pipeline = PipelineInput.ByPropertyName)]
    public object? Credential { get; set; }

    /// <summary>Where to call instead of AWS's own endpoint, such as <c>http://127.0.0.1:5000</c>.</summary>
    public string? EndpointUrl { get; set; }

    /// <summary>A connection made before, from <c>Get-CloudAccount</c>; may be handed to another runspace.</summary>
    public CloudAccount? Connection { get; set; }

    /// <summary>Prints what may be seen: no key, no token, no credentials object.</summary>
    /// <param name="builder">Where to.</param>
    /// <returns>True where something was printed.</returns>
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"ProfileName = {ProfileName}, AccessKey = {AccessKey}, EndpointUrl = {EndpointUrl}");
        return true;
    }
}
