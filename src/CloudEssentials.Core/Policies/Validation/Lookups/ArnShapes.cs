using System.Collections.Concurrent;
using CloudEssentials.Catalog;

namespace CloudEssentials.Policies.Validation.Lookups;

/// <summary>The forms of all resource types' ARNs. One service's are read when they are asked for; all, only where one service's do not settle a question.</summary>
internal sealed class ArnShapes(ActionCatalog catalog)
{
    private readonly ConcurrentDictionary<CatalogResourceType, ArnShape[]> _byType = new();
    private readonly Lazy<ILookup<string, ArnShape>> _all = new(() => catalog.Services
        .SelectMany(service => service.ResourceTypes)
        .SelectMany(type => type.ArnPatterns.Select(pattern => ArnShape.Of(type, pattern)))
        .OfType<ArnShape>()
        .ToLookup(shape => shape.Service, StringComparer.Ordinal));

    public ArnShape[] Of(CatalogResourceType type) =>
        _byType.GetOrAdd(type, static type => [.. type.ArnPatterns.Select(pattern => ArnShape.Of(type, pattern)).OfType<ArnShape>()]);

    public ArnVerdict Judge(ArnInfo arn)
    {
        if (!arn.IsArn || Wildcards.Any(arn.ServicePattern) || IsMacro(arn))
            return ArnVerdict.Good;
        var verdict = Judge(arn, OwnShapes(arn.Service));
        return verdict == ArnVerdict.Good ? verdict : JudgeByAll(arn);
    }

    /// <summary>Whether any service's resources have ARNs of this service name, or a service has it as its prefix.</summary>
    public bool IsService(string name) => catalog.FindService(name) is not null || _all.Value.Contains(name);

    // CloudFormation's macros are named by its user guide, and missing in the tables.
    private static bool IsMacro(ArnInfo arn) => arn.Service == "cloudformation" && arn.Resource.StartsWith("transform/", StringComparison.Ordinal);

    private IEnumerable<ArnShape> OwnShapes(string service)
    {
        foreach (var type in catalog.FindService(service)?.ResourceTypes ?? [])
        {
            foreach (var shape in Of(type))
            {
                if (shape.Service == service || shape.Service.Contains('*', StringComparison.Ordinal))
                    yield return shape;
            }
        }
    }

    private ArnVerdict JudgeByAll(ArnInfo arn)
    {
        var shapes = _all.Value[arn.Service];
        if (shapes.Any())
            return Judge(arn, shapes.Concat(OwnShapes(arn.Service)));

        // A service may have actions and no ARNs of its own in AWS's tables; then nothing is known of their form.
        return catalog.FindService(arn.Service) is null ? ArnVerdict.NoSuchService : ArnVerdict.Good;
    }

    private static ArnVerdict Judge(ArnInfo arn, IEnumerable<ArnShape> shapes)
    {
        var best = ArnVerdict.NoSuchResource;
        var found = false;
        foreach (var shape in shapes)
        {
            if (!Wildcards.Overlap(arn.ResourcePattern, shape.Resource))
                continue;
            var verdict = Compare(arn, shape);
            if (verdict == ArnVerdict.Good)
                return verdict;
            best = found ? best & verdict : verdict;
            found = true;
            if (best == ArnVerdict.Good)
                best = verdict;
        }

        return best;
    }

    private static ArnVerdict Compare(ArnInfo arn, ArnShape shape)
    {
        var verdict = ArnVerdict.Good;
        if (shape.Region.Length == 0 && arn.Region.Length > 0 && !Wildcards.OnlyStars(Wildcards.WithoutVariables(arn.Region)))
            verdict |= ArnVerdict.RegionNotAllowed;
        if (shape.Region.Length > 0 && arn.Region.Length == 0)
            verdict |= ArnVerdict.RegionMissing;
        if (shape.Account.Length == 0 && arn.Account.Length > 0 && !Wildcards.OnlyStars(Wildcards.WithoutVariables(arn.Account)))
            verdict |= ArnVerdict.AccountNotAllowed;
        if (shape.Account.Length > 0 && arn.Account.Length == 0)
            verdict |= ArnVerdict.AccountMissing;
        return verdict;
    }
}
