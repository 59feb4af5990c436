using CloudEssentials.Aws.Regions;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Tests.Sandbox;

public sealed class PricingTests : IDisposable
{
    private readonly SdkSandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public async Task Prices_are_AWSs_list_prices_where_the_module_knows_them()
    {
        IReadOnlyDictionary<string, decimal> prices = await new PriceGateway(sandbox.Root).GetHourlyAsync("t3.micro", CancellationToken.None);

        Assert.Equal(0.0104m, prices["us-east-1"]);
        Assert.All(prices, price => Assert.Equal(DirectoryAppPrices.Default.Hourly(price.Key, "t3.micro"), price.Value));
        Assert.Empty(await new PriceGateway(sandbox.Root).GetHourlyAsync("m5.large", CancellationToken.None));
    }

    [Fact]
    public async Task They_are_told_to_those_who_may()
    {
        var nobody = await sandbox.UserAsync("nobody");

        await SdkSandbox.Refuses("AccessDeniedException", () => new PriceGateway(nobody).GetHourlyAsync("t3.micro", CancellationToken.None));
    }
}
