using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Security groups, with their rules: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html.</summary>
internal sealed class SecurityGroupDriver : IResourceDriver
{
    private static readonly TimeSpan _lag = TimeSpan.FromMinutes(1);

    // The network interfaces of what was terminated go a while later.
    private static readonly TimeSpan _release = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public string Type => "AWS::EC2::SecurityGroup";

    /// <inheritdoc/>
    public async Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        if (wish.Text("VpcId") is not { } vpcId)
            return null;
        SecurityGroup? group = await GetAsync(wish.Scope, vpcId, NameOf(wish), cancellationToken).ConfigureAwait(false);
        if (group is null)
            return null;
        FoundResource found = Found(wish.Scope, group);
        return found.IsOwned ? found with { Differences = [.. RuleChange.Between(wish, group).Select(change => change.Difference)] } : found;
    }

    /// <inheritdoc/>
    public async Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        AmazonEC2Client client = wish.Scope.Connection.Ec2();
        string vpcId = wish.Text("VpcId")!;
        CreateSecurityGroupRequest request = new()
        {
            GroupName = NameOf(wish),
            Description = wish.Text("GroupDescription") ?? wish.Resource.Why,
            VpcId = vpcId,
            TagSpecifications = AppTags.ForEc2(wish, ResourceType.SecurityGroup),
        };
        CreateSecurityGroupResponse? made = await Eventually.UnlessGoneAsync(
            () => Eventually.CallAsync(() => client.CreateSecurityGroupAsync(request, cancellationToken), exception => exception.ErrorCode == "InvalidVpcID.NotFound", _lag, cancellationToken),
            exception => exception.ErrorCode == "InvalidGroup.Duplicate").ConfigureAwait(false);
        SecurityGroup group = await SeeAsync(wish.Scope, made?.GroupId, vpcId, NameOf(wish), cancellationToken).ConfigureAwait(false);
        FoundResource found = Found(wish.Scope, group);
        if (!found.IsOwned)
            throw IamTags.Foreign("security group", NameOf(wish), wish.Scope);
        await ApplyAsync(wish, group, cancellationToken).ConfigureAwait(false);
        return found;
    }

    /// <inheritdoc/>
    public async Task<FoundResource> UpdateAsync(ResourceWish wish, FoundResource found, CancellationToken cancellationToken)
    {
        await ApplyAsync(wish, await SeeAsync(wish.Scope, found.Id, wish.Text("VpcId")!, NameOf(wish), cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return found with { Differences = [] };
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FoundResource>> FindOwnedAsync(AppScope scope, CancellationToken cancellationToken)
    {
        List<FoundResource> owned = [];
        await foreach (SecurityGroup group in scope.Connection.Ec2().Paginators.DescribeSecurityGroups(new() { Filters = [AppTags.Filter(scope)] }).SecurityGroups.WithCancellation(cancellationToken).ConfigureAwait(false))
            owned.Add(Found(scope, group));
        return owned;
    }

    /// <inheritdoc/>
    public Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken) => Eventually.UnlessGoneAsync(
        () => Eventually.CallAsync(
            () => scope.Connection.Ec2().DeleteSecurityGroupAsync(new() { GroupId = found.Id }, cancellationToken),
            exception => exception.ErrorCode is "DependencyViolation" or "InvalidGroup.InUse",
            _release,
            cancellationToken),
        IsMissing);

    private static string NameOf(ResourceWish wish) => wish.Text("GroupName") ?? wish.Resource.Name;

    private static bool IsMissing(AmazonServiceException exception) => exception.ErrorCode is "InvalidGroup.NotFound" or "InvalidGroupId.NotFound";

    private static async Task<SecurityGroup?> GetAsync(AppScope scope, string vpcId, string name, CancellationToken cancellationToken)
    {
        DescribeSecurityGroupsRequest request = new() { Filters = [new("vpc-id", [vpcId]), new("group-name", [name])] };
        return (await scope.Connection.Ec2().DescribeSecurityGroupsAsync(request, cancellationToken).ConfigureAwait(false)).SecurityGroups?.FirstOrDefault();
    }

    /// <summary>The group that is there for certain, though searches may not show it yet.</summary>
    private static async Task<SecurityGroup> SeeAsync(AppScope scope, string? id, string vpcId, string name, CancellationToken cancellationToken)
    {
        DescribeSecurityGroupsRequest request = id is null ? new() { Filters = [new("vpc-id", [vpcId]), new("group-name", [name])] } : new() { GroupIds = [id] };
        return await Eventually.CallAsync(
            async () => (await scope.Connection.Ec2().DescribeSecurityGroupsAsync(request, cancellationToken).ConfigureAwait(false)).SecurityGroups?.FirstOrDefault()
                ?? throw new AmazonEC2Exception($"The security group '{name}' does not exist.") { ErrorCode = "InvalidGroup.NotFound" },
            IsMissing,
            _lag,
            cancellationToken).ConfigureAwait(false);
    }

    private static FoundResource Found(AppScope scope, SecurityGroup group) => new("AWS::EC2::SecurityGroup", group.GroupId)
    {
        Name = group.GroupName,
        Attributes = new Dictionary<string, string> { ["GroupId"] = group.GroupId, ["VpcId"] = group.VpcId },
        IsOwned = AppTags.IsOwned(scope, group.Tags),
    };

    private static async Task ApplyAsync(ResourceWish wish, SecurityGroup group, CancellationToken cancellationToken)
    {
        AmazonEC2Client client = wish.Scope.Connection.Ec2();
        foreach (RuleChange change in RuleChange.Between(wish, group))
        {
            Func<Task<AmazonWebServiceResponse>> call = (change.Adds, change.IsEgress) switch
            {
                (true, false) => async () => await client.AuthorizeSecurityGroupIngressAsync(new() { GroupId = group.GroupId, IpPermissions = [change.Permission] }, cancellationToken).ConfigureAwait(false),
                (true, true) => async () => await client.AuthorizeSecurityGroupEgressAsync(new() { GroupId = group.GroupId, IpPermissions = [change.Permission] }, cancellationToken).ConfigureAwait(false),
                (false, false) => async () => await client.RevokeSecurityGroupIngressAsync(new() { GroupId = group.GroupId, IpPermissions = [change.Permission] }, cancellationToken).ConfigureAwait(false),
                (false, true) => async () => await client.RevokeSecurityGroupEgressAsync(new() { GroupId = group.GroupId, IpPermissions = [change.Permission] }, cancellationToken).ConfigureAwait(false),
            };
            await Eventually.UnlessGoneAsync(
                () => Eventually.CallAsync(call, IsMissing, _lag, cancellationToken),
                exception => exception.ErrorCode is "InvalidPermission.Duplicate" or "InvalidPermission.NotFound").ConfigureAwait(false);
        }
    }
}
