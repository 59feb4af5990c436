using System.Reflection;
using System.Runtime.Loader;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;

namespace CloudEssentials.Tests.Clients;

/// <summary>
/// The generated EC2 client against the official package: code that compiles with the one compiles with the other, and both send and read the same.
/// The official assembly is loaded beside the generated types, whose names it shares.
/// </summary>
public sealed class OfficialPackageTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly Official = new AssemblyLoadContext("official").LoadFromAssemblyPath(
        typeof(OfficialPackageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "OfficialEC2").Value!);

    /// <summary>Members of the official classes that no operation used needs, or that came after the trimmed model.</summary>
    private static readonly HashSet<string> LeftOut = ["AmazonEC2Client", "IAmazonEC2", "IEC2PaginatorFactory"];

    public static TheoryData<string> GeneratedTypes() => new(
        typeof(AmazonEC2Client).Assembly.GetExportedTypes().Where(type => type.Namespace is "Amazon.EC2" or "Amazon.EC2.Model").Select(type => type.FullName!));

    [Theory]
    [MemberData(nameof(GeneratedTypes))]
    public void A_generated_type_has_the_members_of_the_official_one_and_no_others(string name)
    {
        Type generated = typeof(AmazonEC2Client).Assembly.GetType(name, throwOnError: true)!;
        Type official = Official.GetType(name) ?? throw new InvalidOperationException($"The official package has no {name}.");
        string[] ours = Members(generated), theirs = Members(official);
        Assert.Empty(ours.Except(theirs));
        if (!LeftOut.Contains(generated.Name)) Assert.Empty(theirs.Except(ours));
        Assert.Equal(official.BaseType?.FullName, generated.BaseType?.FullName);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_same_request_is_sent(bool filtered)
    {
        (FakeService generated, FakeService official) = (new(), new());
        foreach (FakeService service in new[] { generated, official }) service.Answer("<DescribeAvailabilityZonesResponse/>");
        using AmazonEC2Client client = generated.Client<AmazonEC2Client, AmazonEC2Config>();
        await client.DescribeAvailabilityZonesAsync(filtered ? new DescribeAvailabilityZonesRequest { Filters = [new("zone-type", ["a b", "ü&="])], AllAvailabilityZones = true, ZoneIds = ["euw1-az1"] } : new DescribeAvailabilityZonesRequest());

        dynamic request = Create("Model.DescribeAvailabilityZonesRequest");
        if (filtered)
        {
            dynamic filters = Activator.CreateInstance(typeof(List<>).MakeGenericType(Official.GetType("Amazon.EC2.Model.Filter")!))!;
            filters.Add((dynamic)Create("Model.Filter", "zone-type", new List<string> { "a b", "ü&=" }));
            request.Filters = filters;
            request.AllAvailabilityZones = true;
            request.ZoneIds = new List<string> { "euw1-az1" };
        }
        using IDisposable disposable = OfficialClient(official, out dynamic officialClient);
        await officialClient.DescribeAvailabilityZonesAsync(request, default(CancellationToken));

        Assert.Equal(official.Only.Body, generated.Only.Body);
        Assert.Equal((official.Only.Method, official.Only.Uri), (generated.Only.Method, generated.Only.Uri));
        Assert.Equal(official.Only.Headers["Content-Type"], generated.Only.Headers["Content-Type"]);
        Assert.Equal(official.Only.Headers.Keys.Order(StringComparer.OrdinalIgnoreCase), generated.Only.Headers.Keys.Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("<DescribeRegionsResponse><requestId>r</requestId><regionInfo><item><regionName>a</regionName><regionEndpoint>e</regionEndpoint></item><item/></regionInfo></DescribeRegionsResponse>")]
    [InlineData("<DescribeRegionsResponse><requestId>r</requestId><regionInfo/></DescribeRegionsResponse>")]
    [InlineData("<DescribeRegionsResponse xmlns='http://ec2.amazonaws.com/doc/2016-11-15/'><requestId>r</requestId><unknown><regionName>x</regionName></unknown></DescribeRegionsResponse>")]
    public async Task The_same_response_is_read(string body)
    {
        (FakeService generated, FakeService official) = (new(), new());
        foreach (FakeService service in new[] { generated, official }) service.Answer(body);
        using AmazonEC2Client client = generated.Client<AmazonEC2Client, AmazonEC2Config>();
        DescribeRegionsResponse ours = await client.DescribeRegionsAsync();
        using IDisposable disposable = OfficialClient(official, out dynamic officialClient);
        dynamic theirs = await officialClient.DescribeRegionsAsync(default(CancellationToken));

        Assert.Equal((string)theirs.ResponseMetadata.RequestId, ours.ResponseMetadata.RequestId);
        Assert.Equal((object?)theirs.Regions is null, ours.Regions is null);
        if (ours.Regions is null) return;
        List<(string?, string?, bool)> expected = [];
        foreach (dynamic region in theirs.Regions) expected.Add(((string?)region.RegionName, (string?)region.Endpoint, (object?)region.Geography is null));
        Assert.Equal(expected, ours.Regions.Select(region => ((string?)region.RegionName, (string?)region.Endpoint, region.Geography is null)));
    }

    private static object Create(string type, params object[] arguments) => Activator.CreateInstance(Official.GetType("Amazon.EC2." + type)!, arguments)!;

    private static IDisposable OfficialClient(FakeService service, out dynamic client)
    {
        ClientConfig config = (ClientConfig)Create("AmazonEC2Config");
        config.RegionEndpoint = Amazon.RegionEndpoint.EUWest1;
        config.HttpClientFactory = service.HttpClients;
        client = Create("AmazonEC2Client", new BasicAWSCredentials("AKIDEXAMPLE", "secret"), config);
        return client;
    }

    private static string[] Members(Type type) =>
    [
        .. type.GetConstructors(Declared).Select(c => $"new({Parameters(c)})"),
        .. type.GetProperties(Declared).Select(p => $"{p.PropertyType} {p.Name} {(p.CanRead ? "get" : "")} {(p.CanWrite ? "set" : "")}"),
        .. type.GetFields(Declared).Select(f => $"{f.FieldType} {f.Name} = {(f.IsStatic ? f.GetValue(null)?.ToString() : "")}"),
        .. type.GetMethods(Declared).Where(m => !m.IsSpecialName && !m.Name.Contains('.')).Select(m => $"{m.ReturnType} {m.Name}({Parameters(m)})"),
    ];

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => $"{p.ParameterType} {p.Name}{(p.HasDefaultValue ? "?" : "")}"));
}
