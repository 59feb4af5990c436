using CloudEssentials.Operations.Regions;
using CloudEssentials.Regions;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Regions;

public sealed class CloudServiceScopeTests
{
    [Theory]
    [InlineData("ec2", ServiceScope.Zone, ServiceResponsibility.Infrastructure)]
    [InlineData("ebs", ServiceScope.Zone, ServiceResponsibility.Infrastructure)]
    [InlineData("vpc", ServiceScope.Region, ServiceResponsibility.Infrastructure)]
    [InlineData("rds", ServiceScope.Zone, ServiceResponsibility.Managed)]
    [InlineData("elasticbeanstalk", ServiceScope.Region, ServiceResponsibility.Managed)]
    [InlineData("s3", ServiceScope.Region, ServiceResponsibility.Abstracted)]
    [InlineData("dynamodb", ServiceScope.Region, ServiceResponsibility.Abstracted)]
    [InlineData("iam", ServiceScope.Global, ServiceResponsibility.Abstracted)]
    [InlineData("cloudfront", ServiceScope.Global, ServiceResponsibility.Abstracted)]
    public void A_service_has_a_scope_and_a_share_of_responsibility(string name, ServiceScope scope, ServiceResponsibility responsibility)
    {
        RegionalService service = RegionalServiceCatalog.Default.Get(name);

        Assert.Equal((scope, responsibility), (service.Scope, service.Responsibility));
    }

    [Theory]
    [InlineData("elasticmapreduce", "emr")]
    [InlineData("ALB", "elbv2")]
    [InlineData("fargate", "ecs")]
    public void A_service_is_found_by_any_of_its_names(string name, string code) => Assert.Equal(code, RegionalServiceCatalog.Default.Get(name).Code);

    [Fact]
    public void EC2_and_DynamoDB_are_in_every_open_Region()
    {
        foreach (string name in (string[])["ec2", "dynamodb", "s3", "sts", "kms"])
        {
            RegionalService service = RegionalServiceCatalog.Default.Get(name);
            Assert.All(RegionCatalog.Default.InPartition("aws"), region => Assert.True(service.IsIn(region), $"{name} in {region.Code}"));
        }
    }

    [Fact]
    public void A_Region_may_have_a_service_lack_it_or_be_unknown()
    {
        RegionCatalog regions = RegionCatalog.Default;
        RegionalServiceCatalog services = RegionalServiceCatalog.Default;

        Assert.True(services.Get("workspaces").IsIn(regions.Get("us-east-1")));
        Assert.False(services.Get("workspaces").IsIn(regions.Get("ap-southeast-6")));
        Assert.Null(services.Get("dsql").IsIn(regions.Get("eu-west-2")));
        Assert.True(services.Get("iam").IsIn(regions.Get("mx-central-1")));
        Assert.Null(services.Get("ec2").IsIn(regions.Get("sa-west-1")));
    }

    [Fact]
    public async Task Scopes_come_by_name_and_wildcard_and_an_unknown_name_is_one_error()
    {
        TestHost host = new();

        List<CloudServiceScope> scopes = await host.RunAsync(new GetCloudServiceScope(), new GetCloudServiceScopeRequest { Service = ["lambda", "route53*", "dynamodbb"] });

        Assert.Equal("lambda", scopes[0].Service);
        Assert.Contains(scopes, scope => scope.Service == "route53domains");
        CloudException error = Assert.Single(host.Errors);
        Assert.Equal("ServiceUnknown", error.ErrorId);
        Assert.Contains("dynamodb", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_name_every_service_comes_with_what_it_asks()
    {
        List<CloudServiceScope> scopes = await new TestHost().RunAsync(new GetCloudServiceScope(), new GetCloudServiceScopeRequest());

        Assert.True(scopes.Count > 400);
        Assert.All(scopes, scope => Assert.NotEmpty(scope.Resilience));
        Assert.All(scopes, scope => Assert.NotEmpty(scope.CustomerOwns));
        Assert.Contains("at least two", scopes.Single(scope => scope.Service == "ec2").Resilience, StringComparison.Ordinal);
    }

    [Fact]
    public void The_catalogue_of_services_names_its_date_and_its_sources()
    {
        Assert.InRange(RegionalServiceCatalog.Default.Date, new DateOnly(2026, 11, 1), new DateOnly(2100, 1, 1));
        Assert.Contains("aws-service-spec", RegionalServiceCatalog.Default.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_catalogue_is_said_to_be_one()
    {
        CloudException error = Assert.Throws<CloudException>(() => RegionalServiceCatalog.Parse("date\tyesterday\n", RegionCatalog.Default));

        Assert.Equal("CatalogUnreadable", error.ErrorId);
    }
}
