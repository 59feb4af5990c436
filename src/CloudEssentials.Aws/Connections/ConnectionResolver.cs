using System.Collections.Concurrent;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using CloudEssentials.Aws.Errors;

namespace CloudEssentials.Aws.Connections;

/// <summary>
/// Finds whose credentials count, in AWS.Tools' order: keys, a credentials object, a profile, the connection, the shell's
/// <c>$StoredAWSCredentials</c>, the environment, <c>AWS_PROFILE</c>, the default profile, the container, the instance. One a shell:
/// it keeps what renews itself, so that a role is not assumed and a code not asked for with every command.
/// </summary>
public sealed class ConnectionResolver
{
    private const string _stored = "$StoredAWSCredentials";

    private readonly ConcurrentDictionary<string, (DateTime Stamp, AWSCredentials Credentials)> _made = new();

    /// <summary>Finds credentials, Region and endpoint.</summary>
    /// <param name="request">What the user said.</param>
    /// <param name="host">The shell.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <returns>A connection whose credentials are there; whether AWS takes them shows with the first call.</returns>
    /// <exception cref="CloudException"><c>NoCredentials</c> where there are none anywhere; <c>KeyPairIncomplete</c>, <c>ProfileNotFound</c>, <c>RegionUnknown</c>, <c>EndpointUrlInvalid</c> and others where what is there cannot be right.</exception>
    public async Task<AwsConnection> ResolveAsync(ConnectionRequest request, IConnectionHost host, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(host);
        SdkSettings.FollowEnvironment();
        Uri? endpoint = request.EndpointUrl is null ? null : EndpointUrls.Parse(request.EndpointUrl, "-EndpointUrl");
        string? region = request.Region is null ? null : RegionNames.Check(request.Region, endpoint is not null || request.Connection?.EndpointUrl is not null);

        AwsConnection connection = FromKeys(request) is null && request is { Credential: null, ProfileName: null, Connection: { } given }
            ? given.With(Moved(given.Place, region, endpoint))
            : await FindAsync(request, region, endpoint, host, cancellationToken).ConfigureAwait(false);
        if (request.Role is { } role)
            connection = Assume(connection, role);
        await ReadyAsync(connection, host, cancellationToken).ConfigureAwait(false);
        return connection;
    }

    /// <summary>Sees that the credentials are there while a person can still be asked for a code; the source of a role first, so that an error is its own.</summary>
    private static async Task ReadyAsync(AwsConnection connection, IConnectionHost host, CancellationToken cancellationToken)
    {
        if (connection.Credentials is RoleCredentials role)
        {
            role.Prompt = host.ReadSecretAsync;
            await ReadyAsync(role.Source, host, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            await Task.Run(connection.Credentials.GetCredentialsAsync, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or CloudException))
        {
            throw AwsErrors.OfCredentials(exception, connection);
        }
    }

    private static Place Moved(Place place, string? region, Uri? endpoint)
    {
        if (region is not null)
            place = place with { Region = region, RegionIsAssumed = false };
        return endpoint is null ? place : place with { EndpointUrl = endpoint, Handler = null };
    }

    private static AwsConnection Assume(AwsConnection connection, RoleRequest role) =>
        new(connection.Place, new RoleCredentials(connection, role), $"role {role.Arn}, assumed with {connection.CredentialSource}", connection.IsSandbox);

    private async Task<AwsConnection> FindAsync(ConnectionRequest request, string? region, Uri? endpoint, IConnectionHost host, CancellationToken cancellationToken)
    {
        FoundCredentials found = FromParameters(request, host)
            ?? FromShell(host)
            ?? FromEnvironment()
            ?? FromAmbientProfile(request.ProfileLocation)
            ?? FromContainer()
            ?? await FromInstanceAsync(cancellationToken).ConfigureAwait(false)
            ?? throw NoCredentials(request.ProfileLocation);

        // Keys of one's own are used where the connection is: a user of the sandbox is no user of AWS.
        bool there = request is { Credential: null, ProfileName: null } && request.Connection is not null;
        Place place = there
            ? Moved(request.Connection!.Place, region, endpoint)
            : await PlaceAsync(request, found, region, endpoint, host, cancellationToken).ConfigureAwait(false);
        host.WriteVerbose($"Credentials: {found.Source}. Region: {place.Region}{(place.RegionIsAssumed ? " (none was named)" : "")}.");
        return new(place, found.Make(place), found.Source, there && request.Connection!.IsSandbox && place.Handler is not null);
    }

    private static async Task<Place> PlaceAsync(ConnectionRequest request, FoundCredentials found, string? region, Uri? endpoint, IConnectionHost host, CancellationToken cancellationToken)
    {
        bool named = request.ProfileName is not null;
        CredentialProfile? ambient = found.Profile ?? (named ? null : AmbientProfile(request.ProfileLocation));
        string? text = region
            ?? (named ? found.Profile?.Region?.SystemName : null)
            ?? (request.Connection is { RegionIsAssumed: false, IsSandbox: false } connection ? connection.Region : null)
            ?? Variable(host, "StoredAWSRegion")
            ?? ambient?.Region?.SystemName
            ?? Setting("AWS_REGION")
            ?? Setting("AWS_DEFAULT_REGION")
            ?? (found.OnInstance ? await InstanceMetadata.RegionAsync(cancellationToken).ConfigureAwait(false) : null);
        Profile? profile = ambient is null ? null : request.ProfileLocation is { } location ? new(ambient.Name, location) : new(ambient.Name);
        bool anywhere = endpoint is not null || Setting("AWS_ENDPOINT_URL") is not null;
        return new(text is null ? RegionNames.Fallback : RegionNames.Check(text, anywhere), text is null, endpoint, Handler: null, profile)
        {
            RetryMode = Setting("AWS_RETRY_MODE") is null ? ambient?.RetryMode : null,
            MaxAttempts = Setting("AWS_MAX_ATTEMPTS") is null ? ambient?.MaxAttempts : null,
        };
    }

    private FoundCredentials? FromParameters(ConnectionRequest request, IConnectionHost host)
    {
        if (FromKeys(request) is { } keys)
            return keys;
        if (request.Credential is { } credential)
            return FromObject(credential, "the object in -Credential", host);
        return request.ProfileName is { } name ? FromProfile(ProfileFiles.Require(name, request.ProfileLocation, "-ProfileName"), request.ProfileLocation) : null;
    }

    private static FoundCredentials? FromKeys(ConnectionRequest request) =>
        FromKeys(request.AccessKey, request.SecretKey, request.SessionToken, "-AccessKey", "-SecretKey", "-SessionToken", "the keys given");

    private static FoundCredentials? FromKeys(string? access, string? secret, string? token, string accessName, string secretName, string tokenName, string source)
    {
        (string? given, string? missing) = (string.IsNullOrEmpty(access), string.IsNullOrEmpty(secret), string.IsNullOrEmpty(token)) switch
        {
            (false, true, _) => (accessName, secretName),
            (true, false, _) => (secretName, accessName),
            (true, true, false) => (tokenName, $"{accessName} and {secretName}"),
            _ => (null, null),
        };
        if (missing is not null)
            throw new CloudException("KeyPairIncomplete", $"{given} is given without {missing}.", CloudErrorCategory.InvalidArgument, given, "A key pair is an access key id and its secret key, with the session token where the keys are temporary.");
        if (string.IsNullOrEmpty(access))
            return null;
        AWSCredentials credentials = string.IsNullOrEmpty(token)
            ? new BasicAWSCredentials(access.Trim(), secret!.Trim())
            : new SessionAWSCredentials(access.Trim(), secret!.Trim(), token.Trim());
        return new(source, _ => credentials);
    }

    private static FoundCredentials FromObject(object value, string origin, IConnectionHost host)
    {
        AWSCredentials credentials = ForeignCredentials.From(value, origin, host.GetProperty);
        return new(origin, _ => credentials);
    }

    private FoundCredentials? FromShell(IConnectionHost host) => host.GetVariable("StoredAWSCredentials") switch
    {
        null => null,
        string { Length: > 0 } name => FromProfile(ProfileFiles.Require(name, null, _stored), null),
        var stored => FromObject(stored, _stored, host),
    };

    private static FoundCredentials? FromEnvironment()
    {
        if (FromKeys(Setting("AWS_ACCESS_KEY_ID"), Setting("AWS_SECRET_ACCESS_KEY") ?? Setting("AWS_SECRET_KEY"), Setting("AWS_SESSION_TOKEN"), "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "environment variables") is { } keys)
            return keys;
        return Setting("AWS_WEB_IDENTITY_TOKEN_FILE") is not null && Setting("AWS_ROLE_ARN") is { } role
            ? new($"web identity for {role}", _ => AssumeRoleWithWebIdentityCredentials.FromEnvironmentVariables())
            : null;
    }

    private FoundCredentials? FromAmbientProfile(string? location)
    {
        // A default profile may hold only a Region; one that AWS_PROFILE names must hold credentials.
        CredentialProfile? profile = AmbientProfile(location);
        return profile is null || (!profile.CanCreateAWSCredentials && Setting("AWS_PROFILE") is null) ? null : FromProfile(profile, location);
    }

    private static CredentialProfile? AmbientProfile(string? location)
    {
        if (Setting("AWS_PROFILE") is { } name)
            return ProfileFiles.Require(name, location, "AWS_PROFILE");
        return ProfileFiles.DefaultNames.Select(standard => ProfileFiles.Find(standard, location)).FirstOrDefault(profile => profile is not null);
    }

    private FoundCredentials FromProfile(CredentialProfile profile, string? location)
    {
        return new($"profile '{profile.Name}'{Kind(profile.Options)}", place => Keep($"{profile.Name}|{location}|{place}", ProfileFiles.Stamp(location), () => OfProfile(profile, place, location)), profile);
    }

    private static string Kind(CredentialProfileOptions options) => options switch
    {
        { SsoSession: not null } or { SsoStartUrl: not null } => " (SSO)",
        { CredentialProcess: not null } => " (credential_process)",
        { WebIdentityTokenFile: not null } => " (web identity)",
        { RoleArn: { } role } => $" (role {role})",
        _ => "",
    };

    private FoundCredentials? FromContainer()
    {
        string? address = Setting("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") ?? Setting("AWS_CONTAINER_CREDENTIALS_FULL_URI");
        return address is null ? null : new("the container's role", _ => Keep(address, default, () => new GenericContainerCredentials()));
    }

    private async Task<FoundCredentials?> FromInstanceAsync(CancellationToken cancellationToken)
    {
        AWSCredentials? credentials = await InstanceMetadata.CredentialsAsync(cancellationToken).ConfigureAwait(false);
        return credentials is null ? null : new("the instance's role", _ => Keep("instance", default, () => credentials), OnInstance: true);
    }

    private AWSCredentials Keep(string key, DateTime stamp, Func<AWSCredentials> make)
    {
        if (_made.TryGetValue(key, out (DateTime Stamp, AWSCredentials Credentials) kept) && kept.Stamp == stamp)
            return kept.Credentials;
        AWSCredentials credentials = make();
        _made[key] = (stamp, credentials);
        return credentials;
    }

    private static AWSCredentials OfProfile(CredentialProfile profile, Place place, string? location)
    {
        try
        {
            return Here(AWSCredentialsFactory.GetAWSCredentials(profile, profile.CredentialProfileStore), place, profile, location);
        }
        catch (Exception exception) when (exception is InvalidDataException or ArgumentException or InvalidOperationException or AmazonClientException)
        {
            throw ProfileFiles.Incomplete(profile, exception.Message, exception);
        }
    }

    /// <summary>Credentials of a profile's role, assumed at this place and not at AWS's own default.</summary>
    private static AWSCredentials Here(AWSCredentials credentials, Place place, CredentialProfile? profile, string? location)
    {
        if (credentials is not AssumeRoleAWSCredentials role)
            return credentials;

        string? name = profile?.Options.SourceProfile;
        CredentialProfile? source = name is null ? null : ProfileFiles.Find(name, location);
        AwsConnection caller = new(place, Here(role.SourceCredentials, place, source, location), name is null ? "the profile's credential_source" : $"profile '{name}'") { ProfileName = name };
        return new RoleCredentials(caller, new(role.RoleArn) { ExternalId = role.Options.ExternalId, MfaSerial = role.Options.MfaSerialNumber, SessionName = role.RoleSessionName });
    }

    private static string? Variable(IConnectionHost host, string name) => host.GetVariable(name)?.ToString() is { Length: > 0 } text ? text : null;

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value.Trim() : null;

    private static CloudException NoCredentials(string? location) => new(
        "NoCredentials",
        "There are no AWS credentials: no parameter, no connection, no $StoredAWSCredentials, no environment variable, "
            + $"no default profile in {location ?? SharedCredentialsFile.DefaultFilePath}, and neither container nor instance gives any.",
        CloudErrorCategory.AuthenticationError,
        remedy: "Connect-CloudAccount takes a profile, keys or a role; Connect-CloudAccount -Sandbox needs no account at all.");
}
