namespace CloudEssentials.Benchmarks.Policies;

/// <summary>Decisions a second on one core.</summary>
public sealed class DecisionFigures : IQuickFigures
{
    public IEnumerable<QuickFigure> Measure()
    {
        yield return Of("one statement", "at least 2,000,000", DecisionScenario.OneStatement());
        yield return Of("one statement with variable and two conditions", "at least 1,000,000", DecisionScenario.WithCondition());
        yield return Of("ReadOnlyAccess", "at least 200,000", DecisionScenario.ReadOnlyAccess());
        yield return Of("ten managed policies", "at least 100,000", DecisionScenario.TenManagedPolicies());
    }

    private static QuickFigure Of(string name, string wanted, DecisionScenario scenario) =>
        QuickFigure.PerSecond($"Decisions: {name}", "a second", wanted, scenario.DecideAll);
}
