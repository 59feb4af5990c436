using BenchmarkDotNet.Attributes;
using CloudEssentials.Catalog;

namespace CloudEssentials.Benchmarks;

/// <summary>How long the catalogues take: opened anew for one action or for all, and open already.</summary>
[MemoryDiagnoser]
public class CatalogBenchmarks
{
    private readonly string _actions = CatalogLocation.Shipped(CatalogLocation.ActionsFile);
    private readonly string _policies = CatalogLocation.Shipped(CatalogLocation.ManagedPoliciesFile);
    private readonly ActionCatalog _open = ActionCatalog.Default;

    [Benchmark]
    public CatalogAction? FirstLookup() => ActionCatalog.Open(_actions).FindAction("s3:GetObject");

    [Benchmark]
    public int WholeLoaded() => ActionCatalog.Open(_actions).Services.Sum(service => service.Actions.Count);

    [Benchmark]
    public CatalogAction? FindAction() => _open.FindAction("s3:GetObject");

    [Benchmark]
    public int MatchActions() => _open.MatchActions("ec2:Describe*").Count();

    [Benchmark]
    public CatalogAction? SuggestAction() => _open.SuggestAction("ec2:DescribeInstnace");

    [Benchmark]
    public string OneManagedPolicy() => ManagedPolicyCatalog.Open(_policies).Find("ReadOnlyAccess")!.Document;
}
