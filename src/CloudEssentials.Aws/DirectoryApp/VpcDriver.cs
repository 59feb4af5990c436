using Amazon.EC2;
using Amazon.EC2.Model;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>VPCs: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpc.html.</summary>
internal sealed class VpcDriver() : ResourceDriver("AWS::EC2::VPC")
{
    /// <inheritdoc/>
    public override bool IsNameless => true;

    /// <inheritdoc/>
    public override async Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        DescribeVpcsResponse answer = await wish.Scope.Ec2().DescribeVpcsAsync(new() { Filters = Ec2Search.Part(wish) }, cancellationToken).ConfigureAwait(false);
        if (answer.Vpcs?.MinBy(vpc => vpc.VpcId, StringComparer.Ordinal) is not { } vpc)
            return null;
        if (vpc.CidrBlock != wish.Text("CidrBlock"))
            throw Fixed(wish, $"its addresses are {vpc.CidrBlock}, and {wish.Text("CidrBlock")} is wanted.");
        return Found(vpc) with { Differences = await DifferencesAsync(wish, vpc.VpcId, cancellationToken).ConfigureAwait(false) };
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        CreateVpcRequest request = new() { CidrBlock = wish.Text("CidrBlock"), TagSpecifications = AppTags.ForEc2(wish, ResourceType.Vpc) };
        FoundResource made = Found((await wish.Scope.Ec2().CreateVpcAsync(request, cancellationToken).ConfigureAwait(false)).Vpc) with { IsNew = true };
        // A new VPC resolves names and gives none.
        if (wish.Properties.Flag("EnableDnsHostnames"))
            await SetAsync(wish, new() { VpcId = made.Id, EnableDnsHostnames = true }, cancellationToken).ConfigureAwait(false);
        return made;
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> UpdateAsync(ResourceWish wish, FoundResource found, CancellationToken cancellationToken)
    {
        // Names cannot be given where none are resolved.
        await SetAsync(wish, new() { VpcId = found.Id, EnableDnsSupport = wish.Properties.Flag("EnableDnsSupport") }, cancellationToken).ConfigureAwait(false);
        await SetAsync(wish, new() { VpcId = found.Id, EnableDnsHostnames = wish.Properties.Flag("EnableDnsHostnames") }, cancellationToken).ConfigureAwait(false);
        return found with { Differences = [] };
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<FoundResource>> FindOwnedAsync(AppScope scope, CancellationToken cancellationToken) =>
        [.. ((await scope.Ec2().DescribeVpcsAsync(new() { Filters = Ec2Search.All(scope) }, cancellationToken).ConfigureAwait(false)).Vpcs ?? []).Select(Found)];

    /// <inheritdoc/>
    public override Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken) => Eventually.UnlessGoneAsync(
        () => Eventually.CallAsync(
            () => scope.Ec2().DeleteVpcAsync(new() { VpcId = found.Id }, cancellationToken),
            exception => exception.ErrorCode == "DependencyViolation",
            Release,
            cancellationToken),
        exception => exception.ErrorCode == "InvalidVpcID.NotFound");

    private static FoundResource Found(Vpc vpc) => new("AWS::EC2::VPC", vpc.VpcId)
    {
        Name = Ec2Search.NameOf(vpc.Tags, vpc.VpcId),
        LogicalId = Ec2Search.PartOf(vpc.Tags),
        Attributes = new Dictionary<string, string> { ["VpcId"] = vpc.VpcId, ["CidrBlock"] = vpc.CidrBlock },
    };

    private static Task<ModifyVpcAttributeResponse> SetAsync(ResourceWish wish, ModifyVpcAttributeRequest request, CancellationToken cancellationToken) => Eventually.CallAsync(
        () => wish.Scope.Ec2().ModifyVpcAttributeAsync(request, cancellationToken),
        exception => exception.ErrorCode == "InvalidVpcID.NotFound",
        Lag,
        cancellationToken);

    private static async Task<IReadOnlyList<string>> DifferencesAsync(ResourceWish wish, string vpcId, CancellationToken cancellationToken)
    {
        DescribeVpcAttributeResponse[] answers = await Task.WhenAll(
            Ask(VpcAttributeName.EnableDnsSupport),
            Ask(VpcAttributeName.EnableDnsHostnames)).ConfigureAwait(false);
        List<string> differences = [];
        if (answers[0].EnableDnsSupport != wish.Properties.Flag("EnableDnsSupport"))
            differences.Add("It does not resolve names.");
        if (answers[1].EnableDnsHostnames != wish.Properties.Flag("EnableDnsHostnames"))
            differences.Add("It gives instances no names.");
        return differences;

        Task<DescribeVpcAttributeResponse> Ask(VpcAttributeName attribute) =>
            wish.Scope.Ec2().DescribeVpcAttributeAsync(new() { VpcId = vpcId, Attribute = attribute }, cancellationToken);
    }
}
