using System.Text.Json.Nodes;

namespace CloudEssentials.DirectoryApp;

/// <summary>Compares what is wanted with what stands. It asks nobody and changes nothing.</summary>
public static class DirectoryAppPlanner
{
    // What is deleted first stands last: each type after those that a resource of it may need.
    private static readonly string[] _creationOrder =
    [
        "AWS::EC2::VPC", "AWS::EC2::InternetGateway", "AWS::EC2::VPCGatewayAttachment", "AWS::EC2::Subnet", "AWS::EC2::EIP", "AWS::EC2::RouteTable",
        "AWS::EC2::NatGateway", "AWS::EC2::Route", "AWS::EC2::SubnetRouteTableAssociation", "AWS::EC2::VPCEndpoint", "AWS::EC2::SecurityGroup",
        "AWS::S3::Bucket", "AWS::S3::BucketPolicy", "AWS::DynamoDB::Table", "AWS::IAM::Role", "AWS::IAM::InstanceProfile", "AWS::EC2::LaunchTemplate",
        "AWS::ElasticLoadBalancingV2::LoadBalancer", "AWS::ElasticLoadBalancingV2::TargetGroup", "AWS::ElasticLoadBalancingV2::Listener",
        "AWS::SNS::Topic", "AWS::SNS::Subscription", "AWS::AutoScaling::AutoScalingGroup", "AWS::AutoScaling::ScalingPolicy", "AWS::CloudWatch::Alarm",
    ];

    /// <summary>Makes a plan.</summary>
    /// <param name="spec">The application.</param>
    /// <param name="wanted">Its resources, each after those that it needs.</param>
    /// <param name="found">What stands of them, by logical id.</param>
    /// <param name="leftovers">What bears the application's tag and is not wanted.</param>
    /// <param name="source"><c>AWS</c> or <c>Sandbox</c>.</param>
    /// <returns>The plan.</returns>
    public static DirectoryAppPlan Plan(
        DirectoryAppSpec spec,
        IReadOnlyList<AppResource> wanted,
        IReadOnlyDictionary<string, StandingResource> found,
        IReadOnlyList<StandingResource>? leftovers = null,
        string source = "AWS")
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(found);
        List<PlannedStep> steps = new(wanted.Count);
        List<PlannedResource> rows = new(wanted.Count + 2);
        Dictionary<string, int> levels = new(StringComparer.Ordinal);
        foreach (AppResource resource in wanted)
        {
            int level = 1 + resource.Dependencies.Select(id => levels.GetValueOrDefault(id)).DefaultIfEmpty().Max();
            levels[resource.LogicalId] = level;
            StandingResource? standing = found.GetValueOrDefault(resource.LogicalId);
            PlannedResource row = Row(spec, resource, standing, source);
            steps.Add(new(row, resource, standing, level));
            rows.Add(row);
            rows.AddRange(Policies(resource, standing, row));
        }

        foreach (PlannedStep step in Deletions(spec, leftovers ?? [], levels.Values.DefaultIfEmpty().Max(), source))
        {
            steps.Add(step);
            rows.Add(step.Row);
        }

        return new(steps, rows);
    }

    /// <summary>Puts resources into the order in which they can be deleted.</summary>
    /// <param name="resources">What stands.</param>
    /// <returns>Groups of which each can be deleted once those before it are gone.</returns>
    public static IReadOnlyList<IReadOnlyList<StandingResource>> DeletionOrder(IEnumerable<StandingResource> resources) =>
        [.. resources.GroupBy(Rank).OrderByDescending(group => group.Key).Select(group => (IReadOnlyList<StandingResource>)[.. group])];

    // A type that is not known here can need any of those that are.
    private static int Rank(StandingResource resource) => Array.IndexOf(_creationOrder, resource.Type) is var rank and >= 0 ? rank : _creationOrder.Length;

    private static PlannedResource Row(DirectoryAppSpec spec, AppResource resource, StandingResource? standing, string source)
    {
        (PlanAction action, string why) = standing switch
        {
            null => (PlanAction.Create, resource.Why),
            { IsOwned: false } => (PlanAction.Keep, "It was there before and does not bear the application's tag: it is used as it is."),
            { Differences.Count: > 0 } => (PlanAction.Change, string.Join(' ', standing.Differences)),
            _ => (PlanAction.Keep, resource.Why),
        };
        (decimal? hourly, string cost) = DirectoryAppPrices.Default.CostOf(resource, spec);
        return new()
        {
            Resource = resource.LogicalId,
            Type = resource.Type,
            Name = resource.Name,
            Action = action,
            Why = why,
            Id = standing?.Id,
            HourlyCost = hourly,
            Cost = cost,
            AppName = spec.Name,
            Region = spec.Region,
            AccountId = spec.AccountId,
            Source = source,
        };
    }

    // A role's policies are made with the role; who reads the plan shall see each.
    private static IEnumerable<PlannedResource> Policies(AppResource role, StandingResource? standing, PlannedResource row)
    {
        foreach (JsonNode? policy in role.Properties["Policies"] as JsonArray ?? [])
        {
            string name = policy!["PolicyName"]!.GetValue<string>();
            IReadOnlyList<string> differences = [.. (standing?.Differences ?? []).Where(difference => difference.Contains(name, StringComparison.Ordinal))];
            PlanAction action = row.Action == PlanAction.Change && differences.Count == 0 ? PlanAction.Keep : row.Action;
            yield return row with
            {
                Resource = $"{row.Resource}/{name}",
                Type = "AWS::IAM::RolePolicy",
                Name = name,
                Action = action,
                Why = action == PlanAction.Change ? string.Join(' ', differences) : $"Allows {string.Join(", ", Actions(policy["PolicyDocument"]!))}.",
            };
        }
    }

    private static IEnumerable<string> Actions(JsonNode document) =>
        document["Statement"]!.AsArray().SelectMany(statement => statement!["Action"] is JsonArray actions ? actions.Select(action => action!.GetValue<string>()) : [statement["Action"]!.GetValue<string>()]);

    private static IEnumerable<PlannedStep> Deletions(DirectoryAppSpec spec, IReadOnlyList<StandingResource> leftovers, int level, string source)
    {
        foreach (IReadOnlyList<StandingResource> group in DeletionOrder(leftovers))
        {
            level++;
            foreach (StandingResource standing in group)
            {
                PlannedResource row = new()
                {
                    Resource = standing.LogicalId,
                    Type = standing.Type,
                    Name = standing.Name,
                    Action = PlanAction.Delete,
                    Why = "It bears the application's tag and is not wanted any more.",
                    Id = standing.Id,
                    AppName = spec.Name,
                    Region = spec.Region,
                    AccountId = spec.AccountId,
                    Source = source,
                };
                yield return new(row, null, standing, level);
            }
        }
    }
}
