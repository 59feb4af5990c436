using BenchmarkDotNet.Attributes;

namespace CloudEssentials.Benchmarks.Policies;

/// <summary>The cost of deciding a set of requests, and that it allocates nothing.</summary>
[MemoryDiagnoser]
public class DecisionBenchmarks
{
    private readonly DecisionScenario _one = DecisionScenario.OneStatement();
    private readonly DecisionScenario _condition = DecisionScenario.WithCondition();
    private readonly DecisionScenario _readOnly = DecisionScenario.ReadOnlyAccess();
    private readonly DecisionScenario _ten = DecisionScenario.TenManagedPolicies();

    [Benchmark(OperationsPerInvoke = 12)]
    public int OneStatement() => _one.DecideAll();

    [Benchmark(OperationsPerInvoke = 12)]
    public int WithCondition() => _condition.DecideAll();

    [Benchmark(OperationsPerInvoke = 16)]
    public int ReadOnlyAccess() => _readOnly.DecideAll();

    [Benchmark(OperationsPerInvoke = 16)]
    public int TenManagedPolicies() => _ten.DecideAll();
}
