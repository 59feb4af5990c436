using System.Globalization;
using System.Text;
using Amazon;

namespace CloudEssentials.CatalogBuilder.Regions;

/// <summary>Writes <c>services.tsv</c>: which service is in which Region, and whether its resources are of a zone, a Region or none.</summary>
internal sealed class ServicesCommand : ICatalogCommand
{
    private readonly Dictionary<string, string> _partitions = RegionEndpoint.EnumerableAllRegions
        .ToDictionary(region => region.SystemName, region => region.PartitionName);

    public string Name => "services";

    public string Summary => "services.tsv: services by Region and their scope, from botocore, aws-info and aws-service-spec";

    public string Help => """
        --botocore FOLDER      botocore's data folder (PyPI: botocore)
        --service-spec FILE    db.json.gz of the npm package @aws-cdk/aws-service-spec
        --aws-info FILE        data.json of the npm package aws-info
        --output FILE          data/services.tsv
        --date YYYY-MM-DD      the date of the facts; today where it is not given
        Scope, responsibility and notes are in Regions/Facts/services.tsv of this tool.
        """;

    public void Run(CommandArguments arguments, TextWriter output)
    {
        ServiceSources sources = new(arguments.Required("botocore"), arguments.Required("service-spec"), arguments.Required("aws-info"));
        var facts = ServiceScopeFact.ReadAll().ToDictionary(fact => fact.Code);
        var lines = sources.Models()
            .Select(model => Describe(model.Code, model.Name, model.EndpointPrefix, model.SigningName, facts.GetValueOrDefault(model.Code), sources))
            .ToDictionary(line => line.Code);
        foreach (var fact in facts.Values.Where(fact => fact.SharesRegionsOf.Length > 0))
            lines[fact.Code] = lines[fact.SharesRegionsOf] with { Code = fact.Code, Name = fact.Name, Aliases = fact.Aliases, Fact = fact };
        if (facts.Keys.FirstOrDefault(code => !lines.ContainsKey(code)) is { } unknown)
            throw new InvalidDataException($"services.tsv names '{unknown}', which has no model.");
        Write(arguments, sources, lines.Values);
        output.WriteLine($"{arguments.Required("output")}: {lines.Count} services.");
    }

    private static void Write(CommandArguments arguments, ServiceSources sources, IEnumerable<Line> lines)
    {
        StringBuilder text = new();
        text.Append("# Services of AWS by Region. Made by tools/CatalogBuilder; do not edit.\n");
        text.Append("# S: code, name, aliases, scope, responsibility, evidence, Regions (partitions, where the scope is global), note. Evidence: e = botocore's endpoint list, which covers every Region; i = aws-info, which covers those of the line 'covers'; p = some Regions only.\n");
        text.Append(CultureInfo.InvariantCulture, $"date\t{arguments.Optional("date") ?? DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\n");
        text.Append("source\tbotocore endpoints.json and service models; npm aws-info; npm @aws-cdk/aws-service-spec; AWS Fault Isolation Boundaries (scope)\n");
        text.Append(CultureInfo.InvariantCulture, $"covers\t{string.Join(',', sources.InfoRegions.Order(StringComparer.Ordinal))}\n");
        foreach (var line in lines.OrderBy(line => line.Code, StringComparer.Ordinal))
        {
            text.Append(string.Join('\t', "S", line.Code, line.Name, string.Join(',', line.Aliases), line.Fact?.Scope ?? "region", line.Fact?.Responsibility ?? "abstracted",
                line.Evidence, string.Join(',', line.Regions), line.Fact?.Note).TrimEnd('\t')).Append('\n');
        }

        File.WriteAllText(arguments.Required("output"), text.ToString());
    }

    private Line Describe(string code, string name, string prefix, string signing, ServiceScopeFact? fact, ServiceSources sources)
    {
        string[] names = [code, prefix, signing];
        var (evidence, regions) = Find(names.Distinct(), sources);
        string[] aliases = [.. names.Skip(1).Concat(fact?.Aliases ?? []).Where(alias => alias != code).Distinct()];
        var places = fact?.Scope == "global" ? Partitions(regions) : regions.Where(_partitions.ContainsKey);
        return new(code, name, aliases, evidence, [.. places.Order(StringComparer.Ordinal)], fact);
    }

    /// <summary>The partitions of a global service, from its Regions and from pseudo-Regions such as aws-cn-global; aws where nothing is said.</summary>
    private IEnumerable<string> Partitions(IEnumerable<string> places) =>
        places.Select(place => _partitions.GetValueOrDefault(place) ?? (place.EndsWith("-global", StringComparison.Ordinal) ? place[..^"-global".Length] : "aws"))
            .Where(_partitions.ContainsValue)
            .Append("aws")
            .Distinct();

    private static (string Evidence, IEnumerable<string> Regions) Find(IEnumerable<string> names, ServiceSources sources)
    {
        // The endpoint list comes first: it knows every Region. The others add what it misses.
        var listed = names.Select(sources.EndpointRegions.GetValueOrDefault).OfType<HashSet<string>>().FirstOrDefault();
        var info = names.Select(sources.InfoServices.GetValueOrDefault).OfType<HashSet<string>>().FirstOrDefault();
        var spec = names.Select(name => sources.SpecServices.GetValueOrDefault(name.Replace("-", "", StringComparison.Ordinal))).OfType<HashSet<string>>().FirstOrDefault();
        var all = (listed ?? []).Concat(info ?? []).Concat(spec ?? []).Distinct();
        return (listed is not null ? "e" : info is not null ? "i" : "p", all);
    }

    private sealed record Line(string Code, string Name, string[] Aliases, string Evidence, string[] Regions, ServiceScopeFact? Fact);
}
