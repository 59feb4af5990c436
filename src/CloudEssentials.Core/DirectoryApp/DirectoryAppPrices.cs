using System.Globalization;
using CloudEssentials.Regions;

namespace CloudEssentials.DirectoryApp;

/// <summary>AWS's list prices of what the application consists of, as they were on <see cref="Date"/>; read from a file at its first use.</summary>
public sealed class DirectoryAppPrices
{
    private const string FileName = "directory-app-prices.tsv";
    private const int HoursOfMonth = 730;

    // The size of Amazon Linux 2023's own volume, in gibibytes.
    private const int VolumeSize = 8;

    // A target tracking policy for the average of processors keeps two alarms of its own.
    private const int AlarmsOfPolicy = 2;

    private const string ByUse = "by use";
    private const string Free = "free";

    private static readonly Lazy<DirectoryAppPrices> _default = new(() => Parse(DataText.Read(FileName)));

    private readonly Dictionary<(string Region, string Item), decimal> _hourly = [];

    private DirectoryAppPrices(string text)
    {
        (Date, Source) = CatalogueText.Read(text, FileName, (ReadOnlySpan<char> regions, ref CatalogueLineReader fields) =>
        {
            string item = fields.Next();
            int hours = fields.NextSpan() switch
            {
                "hour" => 1,
                "month" => HoursOfMonth,
                _ => throw new FormatException($"The price of {item} is for another time than hour and month."),
            };
            decimal price = decimal.Parse(fields.NextSpan(), CultureInfo.InvariantCulture) / hours;
            foreach (string region in regions.ToString().Split(','))
                _hourly.Add((region, item), price);
        });
    }

    /// <summary>The prices that the module ships.</summary>
    /// <exception cref="CloudException"><c>CatalogNotFound</c>, <c>CatalogUnreadable</c>.</exception>
    public static DirectoryAppPrices Default => _default.Value;

    /// <summary>The date of the prices.</summary>
    public DateOnly Date { get; }

    /// <summary>Where they come from.</summary>
    public string Source { get; }

    /// <summary>Reads prices.</summary>
    /// <param name="text">The file's text.</param>
    /// <exception cref="CloudException"><c>CatalogUnreadable</c>.</exception>
    public static DirectoryAppPrices Parse(string text) => new(text);

    /// <summary>What an hour of something costs.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="item">An instance type, <c>nat-gateway</c>, <c>load-balancer</c>, <c>public-ipv4</c>, <c>gp3</c> (a gibibyte) or <c>alarm</c>.</param>
    /// <returns>US dollars; null where that is not known.</returns>
    public decimal? Hourly(string region, string item) => _hourly.TryGetValue((region, item), out decimal price) ? price : null;

    /// <summary>What an instance by itself costs: the instance, its volume and its public address.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="instanceType">Such as <c>t3.micro</c>.</param>
    /// <param name="hasPublicAddress">True where it has a public address.</param>
    /// <returns>US dollars an hour; null where that is not known.</returns>
    public decimal? OfInstance(string region, string instanceType, bool hasPublicAddress) =>
        Hourly(region, instanceType) + (VolumeSize * Hourly(region, "gp3")) + (hasPublicAddress ? Hourly(region, "public-ipv4") : 0);

    /// <summary>What a resource of the application costs.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="spec">The application.</param>
    /// <returns>US dollars an hour without traffic and requests, null where that is not known; and the same in words.</returns>
    public (decimal? Hourly, string Text) CostOf(AppResource resource, DirectoryAppSpec spec)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(spec);
        string region = spec.Region;
        return resource.Type switch
        {
            "AWS::EC2::NatGateway" => Priced(Hourly(region, "nat-gateway"), "and by traffic"),
            "AWS::EC2::EIP" => Priced(Hourly(region, "public-ipv4"), ""),
            "AWS::ElasticLoadBalancingV2::LoadBalancer" => Priced(Hourly(region, "load-balancer") + (spec.ZonesUsed * Hourly(region, "public-ipv4")), $"with {spec.ZonesUsed} public addresses, and by traffic"),
            "AWS::AutoScaling::AutoScalingGroup" => Priced(
                spec.DesiredCapacity * OfInstance(region, spec.InstanceType, spec.NatGateway == NatGatewayMode.None),
                $"for {spec.DesiredCapacity} {spec.InstanceType}{(spec.NatGateway == NatGatewayMode.None ? " with public addresses" : "")}"),
            "AWS::CloudWatch::Alarm" => Priced(Hourly(region, "alarm"), ""),
            "AWS::AutoScaling::ScalingPolicy" => Priced(AlarmsOfPolicy * Hourly(region, "alarm"), $"for {AlarmsOfPolicy} alarms"),
            "AWS::S3::Bucket" or "AWS::DynamoDB::Table" or "AWS::SNS::Topic" => (null, ByUse),
            _ => (0, Free),
        };
    }

    private static (decimal? Hourly, string Text) Priced(decimal? hourly, string what) => hourly is { } price
        ? (decimal.Round(price, 6), $"{price.ToString("0.####", CultureInfo.InvariantCulture)} USD an hour {what}".TrimEnd())
        : (null, $"not known {what}".TrimEnd());
}
