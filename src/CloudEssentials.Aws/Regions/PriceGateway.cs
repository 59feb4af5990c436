using System.Globalization;
using System.Text.Json;
using Amazon.Pricing;
using Amazon.Pricing.Model;
using CloudEssentials.Aws.Connections;

namespace CloudEssentials.Aws.Regions;

/// <summary>Asks the Price List API what an instance type costs in each Region.</summary>
/// <param name="connection">As whom, and where.</param>
public sealed class PriceGateway(AwsConnection connection)
{
    /// <summary>
    /// The price of an hour by Region: Linux without software, shared tenancy, on demand (<c>pricing:GetProducts</c>). US dollars; yuan in
    /// the partition <c>aws-cn</c>.
    /// </summary>
    /// <param name="instanceType">Such as <c>t3.micro</c>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<IReadOnlyDictionary<string, decimal>> GetHourlyAsync(string instanceType, CancellationToken cancellationToken)
    {
        AmazonPricingClient client = connection.Client<AmazonPricingClient, AmazonPricingConfig>(static (credentials, config) => new(credentials, config), PricingRegion);
        GetProductsRequest request = new()
        {
            ServiceCode = "AmazonEC2",
            FormatVersion = "aws_v1",
            MaxResults = 100,
            Filters =
            [
                Filter("instanceType", instanceType),
                Filter("operatingSystem", "Linux"),
                Filter("tenancy", "Shared"),
                Filter("preInstalledSw", "NA"),
                Filter("capacitystatus", "Used"),
                Filter("locationType", "AWS Region"),
            ],
        };
        Dictionary<string, decimal> prices = [];
        do
        {
            GetProductsResponse answer = await client.GetProductsAsync(request, cancellationToken).ConfigureAwait(false);
            foreach (string product in answer.PriceList ?? [])
                Read(product, prices);
            request.NextToken = answer.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return prices;
    }

    // The Price List API answers in a few Regions only.
    private string PricingRegion => connection.Partition == "aws-cn" ? "cn-northwest-1" : "us-east-1";

    /// <summary>Reads one product of the price list, whose offers are JSON in a string.</summary>
    internal static void Read(string product, Dictionary<string, decimal> prices)
    {
        using JsonDocument document = JsonDocument.Parse(product);
        if (document.RootElement.TryGetProperty("product", out JsonElement description)
            && description.TryGetProperty("attributes", out JsonElement attributes)
            && attributes.TryGetProperty("regionCode", out JsonElement region)
            && OnDemand(document.RootElement) is { } price)
        {
            prices.TryAdd(region.GetString()!, price);
        }
    }

    private static decimal? OnDemand(JsonElement root)
    {
        if (!root.TryGetProperty("terms", out JsonElement terms) || !terms.TryGetProperty("OnDemand", out JsonElement offers))
            return null;
        foreach (JsonProperty dimension in offers.EnumerateObject().SelectMany(offer => offer.Value.GetProperty("priceDimensions").EnumerateObject()))
        {
            foreach (JsonProperty unit in dimension.Value.GetProperty("pricePerUnit").EnumerateObject())
            {
                if (decimal.TryParse(unit.Value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal price) && price > 0)
                    return price;
            }
        }

        return null;
    }

    private static Filter Filter(string field, string value) => new() { Type = FilterType.TERM_MATCH, Field = field, Value = value };
}
