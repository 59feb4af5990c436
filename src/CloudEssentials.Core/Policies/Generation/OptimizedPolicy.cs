using CloudEssentials.Policies.Comparison;

namespace CloudEssentials.Policies.Generation;

/// <summary>A policy made shorter.</summary>
public sealed record OptimizedPolicy
{
    /// <summary>The shorter policy; the given one where nothing is gained or equality is not proved.</summary>
    public required PolicyDocument Document { get; init; }

    /// <summary>The characters before, white space not counted.</summary>
    public required int OriginalSize { get; init; }

    /// <summary>The characters now, white space not counted.</summary>
    public required int Size { get; init; }

    /// <summary>The comparison of the two.</summary>
    public required PolicyComparison Proof { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Document.ToString();
}
