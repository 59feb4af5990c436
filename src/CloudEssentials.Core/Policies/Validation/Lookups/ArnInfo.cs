using System.Collections.Concurrent;
using CloudEssentials.Catalog;

namespace CloudEssentials.Policies.Validation.Lookups;

/// <summary>What is known of a resource value: worked out once for each text.</summary>
internal sealed class ArnInfo
{
    private const int Unknown = -1;
    private readonly ArnShapes _shapes;
    private readonly ConcurrentDictionary<CatalogResourceType, bool> _fits = new();
    private int _verdict = Unknown;

    public ArnInfo(string text, ArnShapes shapes)
    {
        _shapes = shapes;
        Text = text;
        IsStar = Wildcards.OnlyStars(text);
        Pattern = Wildcards.WithoutVariables(text);
        var parts = SplitOutsideVariables(text);
        FieldCount = parts.Count;
        HasPrefix = parts[0] == "arn";
        Partition = parts.ElementAtOrDefault(1) ?? "";
        Service = parts.ElementAtOrDefault(2) ?? "";
        Region = parts.ElementAtOrDefault(3) ?? "";
        Account = parts.ElementAtOrDefault(4) ?? "";
        Resource = parts.ElementAtOrDefault(5) ?? "";
        ResourcePattern = Wildcards.WithoutVariables(Resource);
        ServicePattern = Wildcards.WithoutVariables(Service);
    }

    public string Text { get; }

    /// <summary>Whether it is <c>*</c> alone.</summary>
    public bool IsStar { get; }

    /// <summary>The whole text, its policy variables as wildcards.</summary>
    public string Pattern { get; }

    public bool HasPrefix { get; }

    /// <summary>How many parts it has, of six.</summary>
    public int FieldCount { get; }

    public string Partition { get; }

    public string Service { get; }

    public string Region { get; }

    public string Account { get; }

    public string Resource { get; }

    public string ResourcePattern { get; }

    public string ServicePattern { get; }

    public bool IsArn => HasPrefix && FieldCount == 6;

    /// <summary>The service, where it is a name; values of other services have nothing in common with this one.</summary>
    public string? Group => IsArn && Partition.Length > 0 && !Wildcards.Any(Partition) && !Wildcards.Any(Service) ? Service : null;

    /// <summary>How it stands to the forms of its service's resource types.</summary>
    public ArnVerdict Verdict
    {
        get
        {
            // One number, so that threads see the whole verdict or none.
            if (Volatile.Read(ref _verdict) == Unknown)
                Volatile.Write(ref _verdict, (int)_shapes.Judge(this));
            return (ArnVerdict)_verdict;
        }
    }

    /// <summary>Whether a resource of a type can be one that this value names; Region and account are not looked at.</summary>
    public bool Fits(CatalogResourceType type)
    {
        if (IsStar || !IsArn)
            return true;
        if (_fits.TryGetValue(type, out var fits))
            return fits;
        foreach (var shape in _shapes.Of(type))
            fits |= Fits(shape);
        _fits[type] = fits;
        return fits;
    }

    public bool Fits(ArnShape shape) =>
        Wildcards.Overlap(ServicePattern, shape.Service) && Wildcards.Overlap(ResourcePattern, shape.Resource) && !IsObjectForBucket(shape);

    // A bucket's name has no slash in it: arn:aws:s3:::name/* is its objects and not the bucket.
    private bool IsObjectForBucket(ArnShape shape) =>
        shape is { Service: "s3", Resource: "*" } && Resource.Contains('/', StringComparison.Ordinal);

    // A colon inside a policy variable, as in ${aws:username}, parts nothing.
    private static List<string> SplitOutsideVariables(string text)
    {
        List<string> parts = [];
        var start = 0;
        for (var i = 0; i < text.Length && parts.Count < 5; i++)
        {
            if (text[i] == '$' && i + 1 < text.Length && text[i + 1] == '{')
            {
                var close = text.IndexOf('}', i);
                i = close < 0 ? i : close;
            }
            else if (text[i] == ':')
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }
}
