using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json.Nodes;
using Amazon.EC2;
using Amazon.Runtime;
using CloudEssentials.ClientGenerator;

namespace CloudEssentials.Tests.Clients;

/// <summary>
/// The generated EC2 client against the official package: code that compiles with the one compiles with the other, and both send and read the same.
/// The official assembly is loaded beside the generated types, whose names it shares.
/// </summary>
public sealed class OfficialPackageTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly Generated = typeof(AmazonEC2Client).Assembly;

    private static readonly Assembly Official = new AssemblyLoadContext("official").LoadFromAssemblyPath(Setting("OfficialEC2"));

    /// <summary>The classes that list operations: the official ones list all.</summary>
    private static readonly HashSet<string> LeftOut = ["AmazonEC2Client", "IAmazonEC2", "IEC2PaginatorFactory"];

    /// <summary>What the official package alone has, and why; an entry that is needed no longer fails.</summary>
    private static readonly Dictionary<string, string> PackageOnly = new(StringComparer.Ordinal)
    {
        ["Reservation.GroupNames"] = "The package keeps it for code of old; AWS's model gives names by another member.",
        ["VpcEndpoint.PayerResponsibilities"] = Newer,
        ["NetworkCardInfo.InterfaceTypes"] = Newer,
        ["ModifyInstanceAttributeRequest.EnclaveOptions"] = Newer,
        ["Image.ImageWatermarks"] = Newer,
        ["Image.InstanceTypeSpecification"] = Newer,
        ["Image.PublicSsmParameterName"] = Newer,
        ["Image.ScanResults"] = Newer,
        ["Volume.OwnerId"] = Newer,
        ["Volume.VolumeArn"] = Newer,
        ["InstanceStatus.ApplicationStatus"] = Newer,
        ["InstanceStatus.PerformanceStatus"] = Newer,
    };

    private const string Newer = "The package was made of a later model than the one that the client is generated from.";

    public static TheoryData<string> GeneratedTypes() => new(
        Generated.GetExportedTypes().Where(type => type.Namespace is "Amazon.EC2" or "Amazon.EC2.Model").Select(type => type.FullName!));

    [Theory]
    [MemberData(nameof(GeneratedTypes))]
    public void A_generated_type_has_the_members_of_the_official_one_and_no_others(string name)
    {
        Type generated = Generated.GetType(name, throwOnError: true)!;
        Type official = Official.GetType(name) ?? throw new InvalidOperationException($"The official package has no {name}.");
        string[] ours = Members(generated), theirs = [.. Members(official)];
        if (generated.BaseType == typeof(ConstantClass))
        {
            // Model and package are of different days, and AWS adds values every week: what both have must be named alike.
            HashSet<string> shared = [.. Values(generated).Intersect(Values(official))];
            ours = [.. ours.Where(member => !IsValue(member) || shared.Contains(member.Split(" = ")[1]))];
            theirs = [.. theirs.Where(member => !IsValue(member) || shared.Contains(member.Split(" = ")[1]))];
            Assert.NotEmpty(shared);
        }

        Assert.Empty(ours.Except(theirs));
        if (!LeftOut.Contains(generated.Name))
        {
            IEnumerable<string> lacking = theirs.Except(ours).Select(member => $"{generated.Name}.{(IsProperty(member) ? member.Split(' ')[1] : member)}");
            Assert.Equal(PackageOnly.Keys.Where(key => key.StartsWith(generated.Name + ".", StringComparison.Ordinal)).Order(), lacking.Order());
        }

        Assert.Equal(official.BaseType?.FullName, generated.BaseType?.FullName);
    }

    public static TheoryData<string> Operations() => new(Model().Operations.Select(operation => operation.Name));

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_request_with_everything_set_is_sent_alike(string operation)
    {
        FakeService.Sent ours = await SendAsync(Generated, operation), theirs = await SendAsync(Official, operation);
        Assert.Equal(theirs.Form, ours.Form);
        Assert.Equal((theirs.Method, theirs.Uri), (ours.Method, ours.Uri));
        Assert.Equal(theirs.Headers["Content-Type"], ours.Headers["Content-Type"]);
        Assert.Equal(theirs.Headers.Keys.Order(StringComparer.OrdinalIgnoreCase), ours.Headers.Keys.Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_answer_with_everything_set_is_read_alike(string operation) =>
        await ReadAlikeAsync(operation, Samples.Ec2Answer(Model().Operations.Single(o => o.Name == operation)));

    [Theory]
    [InlineData("<DescribeRegionsResponse><requestId>r</requestId><regionInfo><item><regionName>a</regionName></item><item/></regionInfo></DescribeRegionsResponse>")]
    [InlineData("<DescribeRegionsResponse><requestId>r</requestId><regionInfo/></DescribeRegionsResponse>")]
    [InlineData("<DescribeRegionsResponse xmlns='http://ec2.amazonaws.com/doc/2016-11-15/'><requestId>r</requestId><unknown><regionName>x</regionName></unknown></DescribeRegionsResponse>")]
    public async Task An_answer_with_gaps_is_read_alike(string body) => await ReadAlikeAsync("DescribeRegions", body);

    private static async Task ReadAlikeAsync(string operation, string body)
    {
        Type known = Generated.GetType($"Amazon.EC2.Model.{operation}Response")!;
        IEnumerable<string> ours = Samples.Lines(await CallAsync(Generated, operation, new FakeService().Answer(body)), known);
        IEnumerable<string> theirs = Samples.Lines(await CallAsync(Official, operation, new FakeService().Answer(body)), known);
        Assert.Equal(theirs, ours);
    }

    private static async Task<FakeService.Sent> SendAsync(Assembly package, string operation)
    {
        FakeService service = new FakeService().Answer($"<{operation}Response/>");
        await CallAsync(package, operation, service);
        return service.Only;
    }

    private static async Task<object> CallAsync(Assembly package, string operation, FakeService service)
    {
        ClientConfig config = (ClientConfig)Activator.CreateInstance(package.GetType("Amazon.EC2.AmazonEC2Config")!)!;
        config.RegionEndpoint = Amazon.RegionEndpoint.EUWest1;
        config.HttpClientFactory = service.HttpClients;
        Type requestType = package.GetType($"Amazon.EC2.Model.{operation}Request")!;
        object request = Samples.Filled(requestType, Generated.GetType(requestType.FullName!)!);
        using IDisposable client = (IDisposable)Activator.CreateInstance(package.GetType("Amazon.EC2.AmazonEC2Client")!, new BasicAWSCredentials("AKIDEXAMPLE", "secret"), config)!;
        Task call = (Task)client.GetType().GetMethod(operation + "Async", [requestType, typeof(CancellationToken)])!.Invoke(client, [request, CancellationToken.None])!;
        await call;
        return call.GetType().GetProperty("Result")!.GetValue(call)!;
    }

    private static ServiceModel Model()
    {
        string tool = Setting("ClientGenerator");
        return new(
            "ec2",
            JsonNode.Parse(File.ReadAllText(Path.Combine(tool, "Models", "ec2.json")))!.AsObject(),
            JsonNode.Parse(File.ReadAllText(Path.Combine(tool, "dotnet.json")))!["ec2"]!.AsObject());
    }

    private static string Setting(string key) =>
        typeof(OfficialPackageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    private static bool IsProperty(string member) => member.EndsWith(" get set", StringComparison.Ordinal);

    private static bool IsValue(string member) => member.Contains(" = ", StringComparison.Ordinal);

    private static IEnumerable<string> Values(Type type) => type.GetFields(Declared).Where(f => f.IsStatic).Select(f => f.GetValue(null)!.ToString()!);

    private static string[] Members(Type type) =>
    [
        .. type.GetConstructors(Declared).Select(c => $"new({Parameters(c)})"),
        .. type.GetProperties(Declared).Select(p => $"{p.PropertyType} {p.Name} {(p.CanRead ? "get" : "")} {(p.CanWrite ? "set" : "")}"),
        .. type.GetFields(Declared).Select(f => $"{f.FieldType} {f.Name} = {(f.IsStatic ? f.GetValue(null)?.ToString() : "")}"),
        .. type.GetMethods(Declared).Where(m => !m.IsSpecialName && !m.Name.Contains('.')).Select(m => $"{m.ReturnType} {m.Name}({Parameters(m)})"),
    ];

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => $"{p.ParameterType} {p.Name}{(p.HasDefaultValue ? "?" : "")}"));
}
