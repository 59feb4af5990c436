using System.IO.Compression;
using System.Text.Json;

namespace CloudEssentials.CatalogBuilder.Regions;

/// <summary>What the packages say of which service is where.</summary>
internal sealed class ServiceSources
{
    private readonly string _models;

    public ServiceSources(string botocore, string serviceSpec, string awsInfo)
    {
        _models = botocore;
        EndpointRegions = ReadEndpoints(Path.Combine(botocore, "endpoints.json"));
        using var info = JsonDocument.Parse(File.ReadAllBytes(awsInfo));
        InfoRegions = Names(info.RootElement.GetProperty("regions"));
        InfoServices = info.RootElement.GetProperty("services").EnumerateObject()
            .ToDictionary(service => service.Name, service => service.Value.TryGetProperty("endpoints", out var endpoints) ? Names(endpoints) : []);
        SpecServices = ReadSpec(serviceSpec);
    }

    /// <summary>Endpoint name to Regions and pseudo-Regions, of botocore.</summary>
    public Dictionary<string, HashSet<string>> EndpointRegions { get; }

    /// <summary>Endpoint name to Regions, of aws-info.</summary>
    public Dictionary<string, HashSet<string>> InfoServices { get; }

    /// <summary>The Regions that aws-info knows.</summary>
    public HashSet<string> InfoRegions { get; }

    /// <summary>CloudFormation's short service name to Regions, of aws-service-spec.</summary>
    public Dictionary<string, HashSet<string>> SpecServices { get; }

    /// <summary>The services that have a model, by the name of its folder.</summary>
    public IEnumerable<(string Code, string Name, string EndpointPrefix, string SigningName)> Models()
    {
        foreach (var folder in Directory.GetDirectories(_models).Order(StringComparer.Ordinal))
        {
            var file = Directory.GetFiles(folder, "service-2.json*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).LastOrDefault();
            if (file is null)
                continue;
            using var stream = File.OpenRead(file);
            using var document = file.EndsWith(".gz", StringComparison.Ordinal)
                ? JsonDocument.Parse(new GZipStream(stream, CompressionMode.Decompress))
                : JsonDocument.Parse(stream);
            var metadata = document.RootElement.GetProperty("metadata");
            var prefix = metadata.GetProperty("endpointPrefix").GetString()!;
            yield return (
                Path.GetFileName(folder),
                metadata.GetProperty("serviceFullName").GetString()!.Trim(),
                prefix,
                metadata.TryGetProperty("signingName", out var signing) ? signing.GetString()! : prefix);
        }
    }

    private static HashSet<string> Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    private static Dictionary<string, HashSet<string>> ReadEndpoints(string path)
    {
        Dictionary<string, HashSet<string>> found = [];
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (var partition in document.RootElement.GetProperty("partitions").EnumerateArray())
        {
            foreach (var service in partition.GetProperty("services").EnumerateObject())
            {
                var regions = found.TryGetValue(service.Name, out var known) ? known : found[service.Name] = [];
                regions.UnionWith(Names(service.Value.GetProperty("endpoints")));
            }
        }

        return found;
    }

    private static Dictionary<string, HashSet<string>> ReadSpec(string path)
    {
        using GZipStream unpacked = new(File.OpenRead(path), CompressionMode.Decompress);
        using var document = JsonDocument.Parse(unpacked);
        var schema = document.RootElement.GetProperty("schema");
        var regions = Entities(schema, "region", "name");
        var services = Entities(schema, "service", "shortName");
        Dictionary<string, HashSet<string>> found = [];
        foreach (var region in schema.GetProperty("regionHasService").GetProperty("forward").EnumerateObject())
        {
            foreach (var service in region.Value.EnumerateArray())
            {
                var name = services[service.GetProperty("$id").GetString()!];
                var of = found.TryGetValue(name, out var known) ? known : found[name] = [];
                of.Add(regions[region.Name]);
            }
        }

        return found;
    }

    private static Dictionary<string, string> Entities(JsonElement schema, string kind, string name) =>
        schema.GetProperty(kind).GetProperty("entities").EnumerateArray()
            .ToDictionary(entity => entity.GetProperty("$id").GetString()!, entity => entity.GetProperty(name).GetString()!);
}
