using System.Collections.Concurrent;
using Amazon.AccessAnalyzer;
using Amazon.Account;
using Amazon.AutoScaling;
using Amazon.CloudWatch;
using Amazon.DynamoDBv2;
using Amazon.EC2;
using Amazon.ElasticLoadBalancingV2;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Organizations;
using Amazon.Pricing;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Amazon.SimpleNotificationService;
using Amazon.SimpleSystemsManagement;
using CloudEssentials.Aws.Clients;
using CloudEssentials.Aws.Errors;

namespace CloudEssentials.Aws.Connections;

/// <summary>
/// A way to call AWS: whose credentials, which Region, which endpoints. It makes the clients, one a service and Region,
/// and keeps them. It may be used from any thread and in any runspace; credentials that expire are renewed by themselves.
/// </summary>
public sealed class AwsConnection
{
    private readonly ConcurrentDictionary<(System.Type, string), AmazonServiceClient> _clients = new();
    private readonly Place _place;

    static AwsConnection()
    {
        ClientIdentity.Apply();
        CallFacts.Register();
    }

    internal AwsConnection(Place place, AWSCredentials credentials, string credentialSource, bool isSandbox = false)
    {
        _place = place;
        Credentials = credentials;
        CredentialSource = credentialSource;
        IsSandbox = isSandbox;
    }

    /// <summary>The Region that calls go to where nothing else is said.</summary>
    public string Region => _place.Region;

    /// <summary>True where nobody named a Region and <see cref="Region"/> is only the first of its partition.</summary>
    public bool RegionIsAssumed => _place.RegionIsAssumed;

    /// <summary>The partition of <see cref="Region"/>, such as <c>aws</c>.</summary>
    public string Partition => RegionNames.PartitionOf(Region);

    /// <summary>Where the credentials came from, in words.</summary>
    public string CredentialSource { get; }

    /// <summary>True for the built-in sandbox account.</summary>
    public bool IsSandbox { get; }

    /// <summary>The address that was given for every service, or null.</summary>
    public Uri? EndpointUrl => _place.EndpointUrl;

    /// <summary>What answers in the network's stead, or null.</summary>
    public HttpMessageHandler? Handler => _place.Handler;

    /// <summary>The clock that waits for AWS go by: the sandbox's own, where it is one.</summary>
    public TimeProvider Clock => _place.Clock;

    /// <summary>How long after a change a search may still show what was before.</summary>
    public TimeSpan Lag => _place.Lag;

    /// <summary>The address of AWS's Security Token Service on this connection: the one that tells an account from another.</summary>
    public Uri Endpoint => new(Sts().Config.DetermineServiceOperationEndpoint(new(new GetCallerIdentityRequest())).URL);

    internal AWSCredentials Credentials { get; }

    /// <summary>The profile that the credentials are of, where it is another than the place's.</summary>
    internal string? ProfileName { get; init; }

    internal Place Place => _place;

    /// <summary>A connection to a handler that answers as AWS does.</summary>
    /// <param name="handler">What answers; it outlives the connection.</param>
    /// <param name="accessKey">An access key id that it knows.</param>
    /// <param name="secretKey">The secret key of it.</param>
    /// <param name="region">The Region to call.</param>
    /// <param name="source">What <see cref="CredentialSource"/> says.</param>
    /// <param name="clock">The clock that waits go by; null for the machine's.</param>
    /// <param name="lag">How long after a change a search may still show what was before.</param>
    /// <returns>The connection.</returns>
    public static AwsConnection ToSandbox(
        HttpMessageHandler handler,
        string accessKey,
        string secretKey,
        string region,
        string source,
        TimeProvider? clock = null,
        TimeSpan lag = default)
    {
        Place place = new(RegionNames.Check(region, anywhere: false), RegionIsAssumed: false, EndpointUrl: null, handler, Profile: null)
        {
            Clock = clock ?? TimeProvider.System,
            Lag = lag,
        };
        return new(place, new BasicAWSCredentials(accessKey, secretKey), source, isSandbox: true);
    }

    /// <summary>The same credentials in another Region.</summary>
    /// <param name="region">A Region's code.</param>
    /// <returns>A connection that shares nothing but credentials and place.</returns>
    /// <exception cref="CloudException"><c>RegionUnknown</c>.</exception>
    public AwsConnection In(string region) => With(_place with { Region = RegionNames.Check(region, EndpointUrl is not null), RegionIsAssumed = false });

    /// <summary>Asks AWS who the caller is; needs no permission.</summary>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>Account, ARN and id.</returns>
    public async Task<CallerIdentity> GetCallerIdentityAsync(CancellationToken cancellationToken)
    {
        GetCallerIdentityResponse response = await Sts().GetCallerIdentityAsync(new(), cancellationToken).ConfigureAwait(false);
        return new(response.Account, response.Arn, response.UserId);
    }

    /// <summary>The account's alias: https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccountAliases.html.</summary>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>The alias, or null where the account has none.</returns>
    public async Task<string?> GetAccountAliasAsync(CancellationToken cancellationToken)
    {
        ListAccountAliasesResponse response = await Iam().ListAccountAliasesAsync(new(), cancellationToken).ConfigureAwait(false);
        return response.AccountAliases?.FirstOrDefault();
    }

    internal AwsConnection With(Place place) => place == _place ? this : new(place, Credentials, CredentialSource, IsSandbox && place.Handler is not null);

    internal AmazonSecurityTokenServiceClient Sts(string? region = null) =>
        Client<AmazonSecurityTokenServiceClient, AmazonSecurityTokenServiceConfig>(static (credentials, config) => new(credentials, config), region);

    internal AmazonEC2Client Ec2(string? region = null) =>
        Client<AmazonEC2Client, AmazonEC2Config>(static (credentials, config) => new(credentials, config), region);

    /// <summary>IAM has no Regions: an endpoint of one's own is signed for the partition's first.</summary>
    internal AmazonIdentityManagementServiceClient Iam() =>
        Client<AmazonIdentityManagementServiceClient, AmazonIdentityManagementServiceConfig>(static (credentials, config) => new(credentials, config), RegionNames.GlobalOf(Partition));

    internal AmazonOrganizationsClient Organizations() =>
        Client<AmazonOrganizationsClient, AmazonOrganizationsConfig>(static (credentials, config) => new(credentials, config), RegionNames.GlobalOf(Partition));

    internal AmazonAccountClient Account() =>
        Client<AmazonAccountClient, AmazonAccountConfig>(static (credentials, config) => new(credentials, config), RegionNames.GlobalOf(Partition));

    internal AmazonSimpleSystemsManagementClient Ssm(string? region = null) =>
        Client<AmazonSimpleSystemsManagementClient, AmazonSimpleSystemsManagementConfig>(static (credentials, config) => new(credentials, config), region);

    internal AmazonElasticLoadBalancingV2Client LoadBalancing(string? region = null) =>
        Client<AmazonElasticLoadBalancingV2Client, AmazonElasticLoadBalancingV2Config>(static (credentials, config) => new(credentials, config), region);

    internal AmazonAutoScalingClient AutoScaling(string? region = null) =>
        Client<AmazonAutoScalingClient, AmazonAutoScalingConfig>(static (credentials, config) => new(credentials, config), region);

    internal AmazonCloudWatchClient CloudWatch(string? region = null) =>
        Client<AmazonCloudWatchClient, AmazonCloudWatchConfig>(static (credentials, config) => new(credentials, config), region);

    internal AmazonSimpleNotificationServiceClient Sns(string? region = null) =>
        Client<AmazonSimpleNotificationServiceClient, AmazonSimpleNotificationServiceConfig>(static (credentials, config) => new(credentials, config), region);

    internal AmazonDynamoDBClient DynamoDb(string? region = null) =>
        Client<AmazonDynamoDBClient, AmazonDynamoDBConfig>(static (credentials, config) => new(credentials, config), region);

    /// <summary>A bucket's name becomes part of the host's only where the host is AWS's own.</summary>
    internal AmazonS3Client S3(string? region = null) =>
        Client<AmazonS3Client, AmazonS3Config>(
            static (credentials, config) =>
            {
                config.ForcePathStyle = config.ServiceURL is not null;
                return new(credentials, config);
            },
            region);

    internal AmazonAccessAnalyzerClient AccessAnalyzer(string? region = null) =>
        Client<AmazonAccessAnalyzerClient, AmazonAccessAnalyzerConfig>(static (credentials, config) => new(credentials, config), region);

    /// <summary>The price list answers in a few Regions for all: https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/using-price-list-query-api.html.</summary>
    internal AmazonPricingClient Pricing() =>
        Client<AmazonPricingClient, AmazonPricingConfig>(static (credentials, config) => new(credentials, config), RegionNames.Fallback);

    /// <summary>The client of a service in a Region, made once.</summary>
    internal TClient Client<TClient, TConfig>(Func<AWSCredentials, TConfig, TClient> make, string? region = null)
        where TClient : AmazonServiceClient
        where TConfig : ClientConfig, new()
    {
        region ??= Region;
        return (TClient)_clients.GetOrAdd((typeof(TClient), region), _ => make(Credentials, _place.Configure<TConfig>(region)));
    }
}
