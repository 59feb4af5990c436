using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Tests.DirectoryApp;

public sealed class DirectoryAppPlannerTests
{
    private static readonly Dictionary<string, StandingResource> _nothing = [];

    [Fact]
    public void Of_nothing_everything_is_made_in_order()
    {
        DirectoryAppSpec spec = Specs.Stack();
        IReadOnlyList<AppResource> stack = DirectoryAppBlueprint.Stack(spec);

        DirectoryAppPlan plan = DirectoryAppPlanner.Plan(spec, stack, _nothing);

        Assert.Equal(stack.Select(resource => resource.LogicalId), plan.Steps.Select(step => step.Row.Resource));
        Assert.All(plan.Resources, resource => Assert.Equal((PlanAction.Create, null, "directory", "us-west-2", "111122223333"), (resource.Action, resource.Id, resource.AppName, resource.Region, resource.AccountId)));
        Assert.False(plan.IsDone);
    }

    [Fact]
    public void What_stands_as_it_should_is_kept_and_nothing_is_left_to_do()
    {
        DirectoryAppSpec spec = Specs.Stack();
        IReadOnlyList<AppResource> stack = DirectoryAppBlueprint.Stack(spec);

        DirectoryAppPlan plan = DirectoryAppPlanner.Plan(spec, stack, Standing(stack));

        Assert.True(plan.IsDone);
        Assert.Equal("id-of-Vpc", plan.Resources[0].Id);
    }

    [Fact]
    public void What_differs_is_changed_and_what_belongs_to_others_is_left_alone()
    {
        DirectoryAppSpec spec = Specs.Stack();
        IReadOnlyList<AppResource> stack = DirectoryAppBlueprint.Stack(spec);
        Dictionary<string, StandingResource> found = Standing(stack);
        found["TargetGroup"] = found["TargetGroup"] with { Differences = ["Its interval is 30.", "Its path is /health."] };
        found["PhotosBucket"] = found["PhotosBucket"] with { IsOwned = false, Differences = ["It is not versioned."] };
        found.Remove("Listener");

        ILookup<PlanAction, PlannedResource> rows = DirectoryAppPlanner.Plan(spec, stack, found).Resources.ToLookup(row => row.Action);

        Assert.Equal("Its interval is 30. Its path is /health.", Assert.Single(rows[PlanAction.Change]).Why);
        Assert.Equal("Listener", Assert.Single(rows[PlanAction.Create]).Resource);
        Assert.Contains("does not bear", rows[PlanAction.Keep].Single(row => row.Resource == "PhotosBucket").Why, StringComparison.Ordinal);
    }

    [Fact]
    public void The_agents_actions_are_a_policy_of_their_own()
    {
        DirectoryAppSpec spec = Specs.Stack();
        IReadOnlyList<AppResource> stack = DirectoryAppBlueprint.Stack(spec);
        Dictionary<string, StandingResource> found = Standing(stack);
        found["AppRole"] = found["AppRole"] with { Differences = ["Its inline policy directory-session-manager is missing."] };

        PlannedResource[] create = [.. Policies(DirectoryAppPlanner.Plan(spec, stack, _nothing))];
        PlannedResource[] change = [.. Policies(DirectoryAppPlanner.Plan(spec, stack, found))];

        Assert.Equal(["AppRole/directory-photos-and-employees", "AppRole/directory-session-manager"], create.Select(row => row.Resource));
        Assert.Contains("ssmmessages:OpenDataChannel", create[1].Why, StringComparison.Ordinal);
        Assert.Equal([PlanAction.Keep, PlanAction.Change], change.Select(row => row.Action));

        static IEnumerable<PlannedResource> Policies(DirectoryAppPlan plan) => plan.Resources.Where(row => row.Type == "AWS::IAM::RolePolicy");
    }

    [Fact]
    public void A_level_needs_only_what_lower_levels_make()
    {
        DirectoryAppSpec spec = Specs.Stack(NatGatewayMode.PerZone, 4);
        DirectoryAppPlan plan = DirectoryAppPlanner.Plan(spec, DirectoryAppBlueprint.Stack(spec), _nothing);
        Dictionary<string, int> levels = plan.Steps.ToDictionary(step => step.Row.Resource, step => step.Level);

        Assert.All(plan.Steps, step => Assert.All(step.Resource!.Dependencies, id => Assert.True(levels[id] < step.Level, $"{step.Row.Resource} needs {id}")));
        Assert.Equal(plan.CriticalPathLength, plan.Levels.Count);
        Assert.Equal(plan.Steps.Count, plan.Levels.Sum(level => level.Count));
        Assert.Equal(TimeSpan.FromSeconds(plan.CriticalPathLength), plan.CriticalPath(_ => TimeSpan.FromSeconds(1)));
        // Gateway, its way in, the public way out, address and NAT gateway, the private way out, the group, what watches it.
        Assert.InRange(plan.CriticalPathLength, 6, 9);
    }

    [Fact]
    public void What_is_not_wanted_any_more_goes_last_and_in_the_order_in_which_it_can_go()
    {
        DirectoryAppSpec spec = Specs.Stack();
        IReadOnlyList<AppResource> stack = DirectoryAppBlueprint.Stack(spec);
        StandingResource[] leftovers =
        [
            new("AWS::EC2::EIP", "eipalloc-1") { LogicalId = "NatAddress1", Name = "directory-nat-1" },
            new("AWS::EC2::NatGateway", "nat-1") { LogicalId = "NatGateway1", Name = "directory-nat-1" },
            new("AWS::EC2::VPCEndpoint", "vpce-1") { LogicalId = "S3Endpoint", Name = "directory-s3" },
        ];

        DirectoryAppPlan plan = DirectoryAppPlanner.Plan(spec, stack, Standing(stack), leftovers);

        Assert.Equal(["S3Endpoint", "NatGateway1", "NatAddress1"], plan.Steps.Skip(stack.Count).Select(step => step.Row.Resource));
        Assert.All(plan.Steps.Skip(stack.Count), step => Assert.Equal(PlanAction.Delete, step.Row.Action));
        Assert.False(plan.IsDone);
    }

    [Fact]
    public void The_order_of_deletion_is_the_order_of_creation_backwards()
    {
        IReadOnlyList<AppResource> stack = DirectoryAppBlueprint.Stack(Specs.Stack(NatGatewayMode.PerZone));
        IReadOnlyList<IReadOnlyList<StandingResource>> order = DirectoryAppPlanner.DeletionOrder(Standing(stack).Values);
        HashSet<string> gone = [];

        foreach (IReadOnlyList<StandingResource> group in order)
        {
            gone.UnionWith(group.Select(resource => resource.LogicalId));
            Assert.All(group, resource => Assert.Subset(gone, Users(stack, resource.LogicalId)));
        }

        Assert.Equal(stack.Count, gone.Count);

        // What comes by DependsOn alone orders the making; what refers to a resource keeps it from being deleted.
        static HashSet<string> Users(IReadOnlyList<AppResource> stack, string id) => [.. stack.Where(resource => AppResource.References(resource.Properties).Contains(id)).Select(resource => resource.LogicalId)];
    }

    [Fact]
    public void An_hour_of_the_stack_in_Virginia_costs_what_the_list_says()
    {
        DirectoryAppSpec spec = Specs.Stack() with { Region = "us-east-1", Zones = [] };
        Dictionary<string, PlannedResource> rows = DirectoryAppPlanner.Plan(spec, DirectoryAppBlueprint.Stack(spec), _nothing).Resources.ToDictionary(row => row.Resource);

        Assert.Equal(0.0225m + (2 * 0.005m), rows["LoadBalancer"].HourlyCost);
        Assert.Equal(decimal.Round(2 * (0.0104m + (8 * 0.08m / 730) + 0.005m), 6), rows["AutoScalingGroup"].HourlyCost);
        Assert.Equal("0.0325 USD an hour with 2 public addresses, and by traffic", rows["LoadBalancer"].Cost);
        Assert.Equal((0m, "free"), (rows["Vpc"].HourlyCost, rows["Vpc"].Cost));
        Assert.Equal((null, "by use"), (rows["PhotosBucket"].HourlyCost, rows["PhotosBucket"].Cost));
    }

    [Fact]
    public void Where_a_price_is_not_known_none_is_given()
    {
        DirectoryAppSpec spec = Specs.Stack(NatGatewayMode.Single) with { Region = "ap-south-2", Zones = [] };
        DirectoryAppPlan plan = DirectoryAppPlanner.Plan(spec, DirectoryAppBlueprint.Stack(spec), _nothing);

        Assert.Null(plan.Resources.Single(row => row.Resource == "AutoScalingGroup").HourlyCost);
        Assert.Equal("not known and by traffic", plan.Resources.Single(row => row.Resource == "NatGateway1").Cost);
        Assert.Equal(0, plan.HourlyCost);
        Assert.Null(DirectoryAppPrices.Default.OfInstance("us-east-1", "u7i-12tb.224xlarge", true));
        Assert.NotEqual(default, DirectoryAppPrices.Default.Date);
        Assert.NotEmpty(DirectoryAppPrices.Default.Source);
    }

    [Theory]
    [InlineData("us-east-1\tt3.micro\tyear\t1")]
    [InlineData("us-east-1\tt3.micro\thour\tmuch")]
    [InlineData("us-east-1\tgp3\tmonth\t1\nus-east-1\tgp3\tmonth\t2")]
    public void A_damaged_list_is_refused(string text) =>
        Assert.Equal("CatalogUnreadable", Assert.Throws<CloudException>(() => DirectoryAppPrices.Parse(text)).ErrorId);

    private static Dictionary<string, StandingResource> Standing(IEnumerable<AppResource> stack) =>
        stack.ToDictionary(resource => resource.LogicalId, resource => new StandingResource(resource.Type, $"id-of-{resource.LogicalId}") { LogicalId = resource.LogicalId, Name = resource.Name });
}
