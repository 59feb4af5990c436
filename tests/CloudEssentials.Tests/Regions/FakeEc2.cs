using System.Collections.Concurrent;
using System.Net;
using System.Text;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Regions;

/// <summary>EC2 as far as Regions and zones go, with what a test orders to go wrong, or late.</summary>
internal sealed class FakeEc2 : HttpMessageHandler
{
    private readonly ConcurrentQueue<(string Region, string Action)> _calls = new();
    private int _underWay;

    /// <summary>Code and opt-in status of each Region.</summary>
    public List<(string Code, string OptIn)> Regions { get; init; } =
        [("us-west-2", "opt-in-not-required"), ("eu-west-1", "opt-in-not-required"), ("us-east-1", "opt-in-not-required"), ("af-south-1", "opt-in-not-required")];

    /// <summary>How late a Region answers.</summary>
    public Func<string, string, TimeSpan> Delay { get; init; } = (_, _) => TimeSpan.Zero;

    /// <summary>What an answer waits for.</summary>
    public Func<string, Task> Wait { get; init; } = _ => Task.CompletedTask;

    /// <summary>The code and message of a refusal, or null.</summary>
    public Func<string, string, (string Code, string Message)?> Refusal { get; init; } = (_, _) => null;

    /// <summary>The XML of the zones of a Region.</summary>
    public Func<string, string> Zones { get; init; } = region => Zone($"{region}a", $"{region}-id1") + Zone($"{region}b", $"{region}-id2");

    public IReadOnlyList<(string Region, string Action)> Calls => [.. _calls];

    public int MostAtOnce { get; private set; }

    public TestHost Host(string region = "us-east-1") => new()
    {
        Session = new()
        {
            Current = new CloudAccount
            {
                AccountId = "123456789012",
                Region = region,
                CredentialSource = "the test",
                IsSandbox = true,
                Connection = AwsConnection.ToSandbox(this, "AKIAIOSFODNN7EXAMPLE", "secret", region, "the test"),
            },
        },
    };

    public static string Zone(string name, string id, string type = "availability-zone", string more = "") =>
        $"<item><zoneName>{name}</zoneName><zoneId>{id}</zoneId><zoneState>available</zoneState><zoneType>{type}</zoneType>{more}</item>";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string region = request.RequestUri!.Host.Split('.')[1];
        string body = await request.Content!.ReadAsStringAsync(cancellationToken);
        string action = body.Split('&').First(part => part.StartsWith("Action=", StringComparison.Ordinal))["Action=".Length..];
        _calls.Enqueue((region, action));
        int now = Interlocked.Increment(ref _underWay);
        try
        {
            lock (_calls)
                MostAtOnce = Math.Max(MostAtOnce, now);
            await Task.Delay(Delay(region, action), cancellationToken);
            await Wait(action).WaitAsync(cancellationToken);
            return Refusal(region, action) is { } refusal
                ? Answer(HttpStatusCode.Forbidden, $"<Response><Errors><Error><Code>{refusal.Code}</Code><Message>{refusal.Message}</Message></Error></Errors><RequestID>r-1</RequestID></Response>")
                : Answer(HttpStatusCode.OK, action == "DescribeRegions" ? ListRegions(body) : $"<DescribeAvailabilityZonesResponse><requestId>r</requestId><availabilityZoneInfo>{Zones(region)}</availabilityZoneInfo></DescribeAvailabilityZonesResponse>");
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private string ListRegions(string body)
    {
        bool all = body.Contains("AllRegions=true", StringComparison.OrdinalIgnoreCase);
        IEnumerable<string> items = Regions.Where(region => all || region.OptIn != "not-opted-in")
            .Select(region => $"<item><regionName>{region.Code}</regionName><regionEndpoint>ec2.{region.Code}.amazonaws.com</regionEndpoint><optInStatus>{region.OptIn}</optInStatus></item>");
        return $"<DescribeRegionsResponse><requestId>r</requestId><regionInfo>{string.Concat(items)}</regionInfo></DescribeRegionsResponse>";
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string xml) =>
        new(status) { Content = new StringContent($"""<?xml version="1.0" encoding="UTF-8"?>{xml}""", Encoding.UTF8, "text/xml") };
}
