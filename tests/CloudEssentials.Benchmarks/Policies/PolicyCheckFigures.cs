using BenchmarkDotNet.Attributes;
using CloudEssentials.Catalog;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Validation;

namespace CloudEssentials.Benchmarks.Policies;

/// <summary>The full check of all AWS managed policies.</summary>
[MemoryDiagnoser]
public class PolicyCheckFigures : IQuickFigures
{
    private static readonly PolicyCheckOptions _options = new() { PolicyType = PolicyType.Identity };
    private readonly string[] _texts = [.. ManagedPolicyCatalog.Default.Policies.Select(policy => policy.Document)];
    private readonly PolicyDocument[] _documents;

    /// <summary>Reads the policies.</summary>
    public PolicyCheckFigures()
    {
        _documents = Array.ConvertAll(_texts, PolicyDocument.Parse);
    }

    /// <summary>Text to document.</summary>
    [Benchmark]
    public int Parse()
    {
        foreach (string text in _texts)
            _ = PolicyDocument.Parse(text);
        return _texts.Length;
    }

    /// <summary>Document to findings.</summary>
    [Benchmark]
    public int Check()
    {
        foreach (PolicyDocument document in _documents)
            _ = PolicyValidator.Default.Check(document, _options);
        return _documents.Length;
    }

    /// <summary>Text to findings.</summary>
    [Benchmark]
    public int ParseAndCheck()
    {
        foreach (string text in _texts)
            _ = PolicyValidator.Default.Check(text, _options);
        return _texts.Length;
    }

    /// <inheritdoc/>
    public IEnumerable<QuickFigure> Measure() =>
    [
        QuickFigure.PerSecond("Managed policies: parse", "a second", "", Parse),
        QuickFigure.PerSecond("Managed policies: full check of a document", "a second", "at least 15,000", Check),
        QuickFigure.PerSecond("Managed policies: parse and full check", "a second", "at least 15,000", ParseAndCheck),
    ];
}
