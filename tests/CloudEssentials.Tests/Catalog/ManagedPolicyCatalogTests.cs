using System.Text.Json;
using CloudEssentials.Catalog;

namespace CloudEssentials.Tests.Catalog;

public sealed class ManagedPolicyCatalogTests
{
    private static readonly string Shipped = CatalogLocation.Shipped(CatalogLocation.ManagedPoliciesFile);
    private static readonly ManagedPolicyCatalog Catalog = ManagedPolicyCatalog.Open(Shipped);

    [Fact]
    public void Every_document_is_a_policy_in_JSON()
    {
        Assert.True(Catalog.Policies.Count >= 1_400);
        foreach (var policy in Catalog.Policies)
        {
            using var document = JsonDocument.Parse(policy.Document);
            Assert.True(document.RootElement.TryGetProperty("Statement", out var statement), policy.Name);
            Assert.True(statement.ValueKind is JsonValueKind.Array or JsonValueKind.Object, policy.Name);
            Assert.True(policy.CreateDate <= policy.UpdateDate && policy.CreateDate.Year >= 2010, policy.Name);
        }
    }

    [Theory]
    [InlineData("readonlyaccess", "arn:aws:iam::aws:policy/ReadOnlyAccess")]
    [InlineData("arn:aws:iam::aws:policy/job-function/ViewOnlyAccess", "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess")]
    [InlineData("arn:aws-cn:iam::aws:policy/AdministratorAccess", "arn:aws:iam::aws:policy/AdministratorAccess")]
    [InlineData("arn:aws:iam::aws:policy/ViewOnlyAccess", null)]
    [InlineData("arn:aws:iam::123456789012:policy/AdministratorAccess", null)]
    [InlineData("NoSuchPolicy", null)]
    public void A_policy_is_found_by_name_or_ARN(string wanted, string? arn) => Assert.Equal(arn, Catalog.Find(wanted)?.Arn);

    [Fact]
    public void One_document_reads_one_block()
    {
        var catalog = ManagedPolicyCatalog.Open(Shipped);
        Assert.Contains("\"Action\":\"*\"", catalog.Find("AdministratorAccess")!.Document);
        Assert.Equal(2, catalog.BlocksRead);
        Assert.True(catalog.BlockCount > 10);
    }

    [Fact]
    public void Names_match_by_wildcard_and_the_nearest_is_suggested()
    {
        Assert.Contains(Catalog.Match("AmazonS3*"), policy => policy.Name == "AmazonS3FullAccess");
        Assert.Equal("AmazonS3ReadOnlyAccess", Catalog.Suggest("AmazonS3ReadonlyAcces")?.Name);
    }

    [Fact]
    public void It_is_small_on_disk_and_says_of_when_and_whence_it_is()
    {
        Assert.True(new FileInfo(Shipped).Length <= 500_000);
        Assert.True(Catalog.Date >= new DateOnly(2026, 8, 1));
        Assert.Contains("managed policies", Catalog.Source);
    }
}
