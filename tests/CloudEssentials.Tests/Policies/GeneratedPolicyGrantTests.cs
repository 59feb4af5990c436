using CloudEssentials.Catalog;
using CloudEssentials.Policies.Evaluation;
using CloudEssentials.Policies.Generation;

namespace CloudEssentials.Tests.Policies;

/// <summary>What is generated grants every wanted pair and none of its neighbours, as the policy engine decides.</summary>
public sealed class GeneratedPolicyGrantTests
{
    private static readonly AccessPrincipal Someone = AccessPrincipal.Parse("arn:aws:iam::123456789012:user/someone");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_wishes_are_granted_exactly(int seed)
    {
        Random random = new(seed);
        CatalogService[] services = [.. ActionCatalog.Default.Services.Where(service => service.ActionCount is > 5 and < 300)];
        for (int run = 0; run < 100; run++)
        {
            CatalogAction[] wanted = [.. Pick(random, services, 2).SelectMany(service => Pick(random, [.. service.Actions], 4)).Distinct()];
            (string Arn, CatalogResourceType Type)[] resources = [.. wanted
                .SelectMany(action => action.ResourceTypes)
                .Select(type => type.ResourceType)
                .Distinct()
                .Select(type => (Sample(type), type))];
            LeastPrivilegeWish wish = new() { Action = [.. wanted.Select(action => action.FullName)], Resource = [.. resources.Select(resource => resource.Arn).Distinct()] };
            LeastPrivilegeResult result;
            try
            {
                result = LeastPrivilegeGenerator.Generate(wish);
            }
            catch (CloudException error) when (error.ErrorId == "ResourceNeeded")
            {
                // Two types of one shape: the sample of one is taken for the other.
                continue;
            }

            CompiledPolicySet compiled = CompiledPolicySet.Compile(result.Documents);
            foreach (CatalogAction action in wanted)
                CheckWanted(compiled, action, result);
            foreach (CatalogAction neighbour in wanted.SelectMany(action => action.Service.Actions).Distinct().Except(wanted))
                CheckUnwanted(compiled, neighbour, resources);
        }
    }

    private static void CheckWanted(CompiledPolicySet compiled, CatalogAction action, LeastPrivilegeResult result)
    {
        string[] granted = [.. result.Documents.SelectMany(document => document.Statements).Where(statement => statement.Action!.Contains(action.FullName)).SelectMany(statement => statement.Resource!)];
        Assert.NotEmpty(granted);
        Assert.True(action.SupportsResources || granted is ["*"], action.FullName);
        Assert.All(granted, resource => Assert.Equal(AccessVerdict.Allowed, compiled.Decide(new(action.FullName, resource, Someone)).Decision));
        Assert.All(granted.Where(resource => resource != "*"), resource => Assert.Equal(AccessVerdict.ImplicitlyDenied, compiled.Decide(new(action.FullName, resource + "-other", Someone)).Decision));
    }

    private static void CheckUnwanted(CompiledPolicySet compiled, CatalogAction neighbour, (string Arn, CatalogResourceType Type)[] resources)
    {
        Assert.Equal(AccessVerdict.ImplicitlyDenied, compiled.Decide(new(neighbour.FullName, "*", Someone)).Decision);
        foreach ((string arn, CatalogResourceType _) in resources)
            Assert.Equal(AccessVerdict.ImplicitlyDenied, compiled.Decide(new(neighbour.FullName, arn, Someone)).Decision);
    }

    private static string Sample(CatalogResourceType type)
    {
        string arn = type.ArnPatterns[0].Replace("${Partition}", "aws", StringComparison.Ordinal).Replace("${Region}", "us-east-1", StringComparison.Ordinal).Replace("${Account}", "123456789012", StringComparison.Ordinal);
        while (arn.IndexOf("${", StringComparison.Ordinal) is >= 0 and var open)
            arn = arn[..open] + "sample" + arn[(arn.IndexOf('}', open) + 1)..];
        return arn.Replace("*", "any", StringComparison.Ordinal);
    }

    private static T[] Pick<T>(Random random, T[] from, int count) => [.. Enumerable.Range(0, count).Select(_ => from[random.Next(from.Length)])];
}
