namespace CloudEssentials.Benchmarks;

/// <summary>Figures that are measured in seconds: medians of short runs, for a note or a check after a change.</summary>
public interface IQuickFigures
{
    /// <summary>Measures.</summary>
    /// <returns>What was measured, how much it came to, and what it should be.</returns>
    IEnumerable<QuickFigure> Measure();
}
