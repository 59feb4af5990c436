using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Accessanalyzer;

/// <summary>The section that holds the analyzers, by Region and name.</summary>
internal sealed class AnalyzerState : StateSection
{
    private const string SectionName = "accessAnalyzer";

    private AnalyzerState(SandboxState state)
        : base(state, SectionName) => Analyzers = Table<Analyzer>("analyzers", StringComparer.Ordinal);

    public ResourceTable<Analyzer> Analyzers { get; }

    public static AnalyzerState Of(SandboxState state) => state.Section(made => new AnalyzerState(made), SectionName);
}
