using Amazon.EC2;
using Amazon.EC2.Model;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Route tables: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-routetable.html.</summary>
internal sealed class RouteTableDriver() : ResourceDriver("AWS::EC2::RouteTable")
{
    private const int MostGenerations = 20;

    /// <inheritdoc/>
    public override async Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        if (wish.Text("VpcId") is not { } vpcId)
            return null;
        List<RouteTable> tables = await SearchAsync(wish.Scope, [.. Ec2Search.Part(wish), new("vpc-id", [vpcId])], cancellationToken).ConfigureAwait(false);
        return tables.MinBy(table => table.RouteTableId, StringComparer.Ordinal) is { } table ? Found(table) : null;
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        CreateRouteTableRequest request = new() { VpcId = wish.Text("VpcId"), TagSpecifications = AppTags.ForEc2(wish, ResourceType.RouteTable) };
        for (int generation = 1; ; generation++)
        {
            request.ClientToken = ClientToken.Of(wish, generation, request.VpcId);
            FoundResource made = Found((await wish.Scope.Ec2().CreateRouteTableAsync(request, cancellationToken).ConfigureAwait(false)).RouteTable);
            // In a VPC that was there before, a token may stand for a table that was deleted since.
            if (wish.IsFresh || generation == MostGenerations || await IsThereAsync(wish, made.Id, cancellationToken).ConfigureAwait(false))
                return made;
        }
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<FoundResource>> FindOwnedAsync(AppScope scope, CancellationToken cancellationToken) =>
        [.. (await SearchAsync(scope, Ec2Search.All(scope), cancellationToken).ConfigureAwait(false)).Select(Found)];

    /// <inheritdoc/>
    public override Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken) => Eventually.UnlessGoneAsync(
        () => Eventually.CallAsync(() => DeleteOnceAsync(scope, found.Id, cancellationToken), exception => exception.ErrorCode == "DependencyViolation", Release, cancellationToken),
        IsMissing);

    /// <summary>The table of an id, or null.</summary>
    internal static async Task<RouteTable?> GetAsync(AppScope scope, string id, CancellationToken cancellationToken)
    {
        DescribeRouteTablesResponse? answer = await Eventually.UnlessGoneAsync(
            () => scope.Ec2().DescribeRouteTablesAsync(new() { RouteTableIds = [id] }, cancellationToken),
            IsMissing).ConfigureAwait(false);
        return answer?.RouteTables?.FirstOrDefault();
    }

    /// <summary>Tables by filters.</summary>
    internal static async Task<List<RouteTable>> SearchAsync(AppScope scope, List<Filter> filters, CancellationToken cancellationToken) =>
        (await scope.Ec2().DescribeRouteTablesAsync(new() { Filters = filters }, cancellationToken).ConfigureAwait(false)).RouteTables ?? [];

    /// <summary>True for the refusal that says that a table is not there, or not known yet.</summary>
    internal static bool IsMissing(Amazon.Runtime.AmazonServiceException exception) => exception.ErrorCode == "InvalidRouteTableID.NotFound";

    private static async Task<bool> IsThereAsync(ResourceWish wish, string id, CancellationToken cancellationToken)
    {
        TimeProvider clock = Clients.WaitClock.Current;
        long started = clock.GetTimestamp();
        while (true)
        {
            // The last look begins when the time is up, not before.
            bool isLast = clock.GetElapsedTime(started) > wish.Scope.Connection.Lag;
            if (await GetAsync(wish.Scope, id, cancellationToken).ConfigureAwait(false) is not null)
                return true;
            if (isLast)
                return false;
            await Task.Delay(TimeSpan.FromSeconds(1), clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<DeleteRouteTableResponse> DeleteOnceAsync(AppScope scope, string id, CancellationToken cancellationToken)
    {
        RouteTable? table = await GetAsync(scope, id, cancellationToken).ConfigureAwait(false);
        foreach (RouteTableAssociation association in table?.Associations ?? [])
            await AssociationDriver.DissolveAsync(scope, association.RouteTableAssociationId, cancellationToken).ConfigureAwait(false);
        return await scope.Ec2().DeleteRouteTableAsync(new() { RouteTableId = id }, cancellationToken).ConfigureAwait(false);
    }

    private static FoundResource Found(RouteTable table) => new("AWS::EC2::RouteTable", table.RouteTableId)
    {
        Name = Ec2Search.NameOf(table.Tags, table.RouteTableId),
        LogicalId = Ec2Search.PartOf(table.Tags),
        Attributes = new Dictionary<string, string> { ["RouteTableId"] = table.RouteTableId },
    };
}
