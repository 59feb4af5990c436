using System.Globalization;
using System.Text.Json.Nodes;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Regions;
using CloudEssentials.Sandbox.Services.Ec2;
using CloudEssentials.Sandbox.Wire;
using InstanceTypes = CloudEssentials.Sandbox.Services.Ec2.InstanceTypes;

namespace CloudEssentials.Sandbox.Services.Pricing;

/// <summary>Instances of the price list, as far as the module ships AWS's list prices: <see cref="DirectoryAppPrices"/> says of which date.</summary>
internal sealed class GetProducts : SandboxOperation
{
    private const int LargestPage = 100;

    public override JsonObject Execute(OperationCall call)
    {
        if (call.RequiredText("ServiceCode") != "AmazonEC2")
        {
            throw new ServiceError("NotFoundException", $"The sandbox knows no prices of the service '{call.RequiredText("ServiceCode")}'.");
        }

        string? after = call.Text("NextToken") is not { } token ? null
            : PageToken.Read(call, token) ?? throw new ServiceError("InvalidNextTokenException", "The pagination token is invalid. Try again without a pagination token.");
        List<(string Sku, JsonObject Attributes, decimal Price)> products =
        [
            .. All().Where(product => call.Structures("Filters").All(filter => Matches(product.Attributes, filter)))
                .OrderBy(product => product.Sku, StringComparer.Ordinal)
                .SkipWhile(product => after is not null && string.CompareOrdinal(product.Sku, after) <= 0),
        ];
        int size = call.Number("MaxResults") ?? LargestPage;
        return new JsonObject
        {
            ["FormatVersion"] = "aws_v1",
            ["PriceList"] = new JsonArray([.. products.Take(size).Select(product => JsonValue.Create(Write(product.Sku, product.Attributes, product.Price).ToJsonString()))]),
            ["NextToken"] = products.Count > size ? PageToken.Write(call, products[size - 1].Sku) : null,
        };
    }

    private static IEnumerable<(string Sku, JsonObject Attributes, decimal Price)> All() =>
        from region in RegionCatalog.Default.Regions
        from type in InstanceTypes.All
        let price = DirectoryAppPrices.Default.Hourly(region.Code, type.Name)
        where price is not null
        select ($"{region.Code}.{type.Name}", Attributes(region, type), price.Value);

    private static JsonObject Attributes(RegionFacts region, InstanceTypeFacts type) => new()
    {
        ["servicecode"] = "AmazonEC2",
        ["location"] = region.Name,
        ["locationType"] = "AWS Region",
        ["regionCode"] = region.Code,
        ["instanceType"] = type.Name,
        ["vcpu"] = type.Vcpus.ToString(CultureInfo.InvariantCulture),
        ["memory"] = $"{(type.MemoryInMiB / 1024m).ToString("0.##", CultureInfo.InvariantCulture)} GiB",
        ["operatingSystem"] = "Linux",
        ["tenancy"] = "Shared",
        ["preInstalledSw"] = "NA",
        ["capacitystatus"] = "Used",
        ["licenseModel"] = "No License required",
        ["operation"] = "RunInstances",
    };

    private static bool Matches(JsonObject attributes, JsonObject filter)
    {
        string? value = attributes[filter["Field"]!.GetValue<string>()]?.GetValue<string>();
        string wanted = filter["Value"]!.GetValue<string>();
        return filter["Type"]!.GetValue<string>() switch
        {
            "CONTAINS" => value?.Contains(wanted, StringComparison.Ordinal) == true,
            "ANY_OF" => value is not null && wanted.Split(',').Contains(value),
            "NONE_OF" => value is null || !wanted.Split(',').Contains(value),
            _ => value == wanted,
        };
    }

    private static JsonObject Write(string sku, JsonObject attributes, decimal price) => new()
    {
        ["product"] = new JsonObject { ["productFamily"] = "Compute Instance", ["attributes"] = attributes.DeepClone(), ["sku"] = sku },
        ["serviceCode"] = "AmazonEC2",
        ["terms"] = new JsonObject
        {
            ["OnDemand"] = new JsonObject
            {
                [$"{sku}.JRTCKXETXF"] = new JsonObject
                {
                    ["priceDimensions"] = new JsonObject
                    {
                        [$"{sku}.JRTCKXETXF.6YS6EN2CT7"] = new JsonObject
                        {
                            ["unit"] = "Hrs",
                            ["description"] = $"On Demand Linux {attributes["instanceType"]} Instance Hour",
                            ["pricePerUnit"] = new JsonObject { ["USD"] = price.ToString("0.0000000000", CultureInfo.InvariantCulture) },
                        },
                    },
                    ["effectiveDate"] = DirectoryAppPrices.Default.Date.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture),
                },
            },
        },
        ["publicationDate"] = DirectoryAppPrices.Default.Date.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture),
    };
}
