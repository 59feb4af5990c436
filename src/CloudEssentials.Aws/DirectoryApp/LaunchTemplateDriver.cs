using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.EC2;
using Amazon.EC2.Model;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>
/// Launch templates: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-launchtemplate.html. A version never
/// changes, so that its description can say what it was made of: the newest is compared by that.
/// </summary>
internal sealed class LaunchTemplateDriver() : ResourceDriver("AWS::EC2::LaunchTemplate")
{
    /// <inheritdoc/>
    public override async Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        DescribeLaunchTemplatesResponse? answer = await Eventually.UnlessGoneAsync(
            () => wish.Scope.Ec2().DescribeLaunchTemplatesAsync(new() { LaunchTemplateNames = [NameOf(wish)] }, cancellationToken),
            IsMissing).ConfigureAwait(false);
        if (answer?.LaunchTemplates?.FirstOrDefault() is not { } template)
            return null;
        FoundResource found = Found(wish.Scope, template, template.LatestVersionNumber);
        if (!found.IsOwned || await LatestAsync(wish.Scope, found.Id, cancellationToken).ConfigureAwait(false) is not { } latest || latest.VersionDescription == Description(wish))
            return found;
        // What refers to the version will refer to the one that the change makes.
        return Found(wish.Scope, template, latest.VersionNumber + 1) with { Differences = [$"Its version {latest.VersionNumber} says something else."] };
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        CreateLaunchTemplateRequest request = new()
        {
            LaunchTemplateName = NameOf(wish),
            VersionDescription = Description(wish),
            LaunchTemplateData = LaunchTemplateData.Of(wish),
            TagSpecifications = AppTags.ForEc2(wish, ResourceType.LaunchTemplate),
        };
        CreateLaunchTemplateResponse? answer = await Eventually.UnlessGoneAsync(
            () => wish.Scope.Ec2().CreateLaunchTemplateAsync(request, cancellationToken),
            exception => exception.ErrorCode == "InvalidLaunchTemplateName.AlreadyExistsException").ConfigureAwait(false);
        if (answer is not null)
            return Found(wish.Scope, answer.LaunchTemplate, answer.LaunchTemplate.LatestVersionNumber ?? 1) with { IsOwned = true };
        FoundResource stands = await SeeAsync(wish, cancellationToken).ConfigureAwait(false);
        return stands.Differences.Count > 0 ? await UpdateAsync(wish, stands, cancellationToken).ConfigureAwait(false) : stands;
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> UpdateAsync(ResourceWish wish, FoundResource found, CancellationToken cancellationToken)
    {
        LaunchTemplateVersion? latest = await LatestAsync(wish.Scope, found.Id, cancellationToken).ConfigureAwait(false);
        if (latest?.VersionDescription == Description(wish))
            return With(found, latest.VersionNumber);
        CreateLaunchTemplateVersionRequest request = new()
        {
            LaunchTemplateId = found.Id,
            VersionDescription = Description(wish),
            LaunchTemplateData = LaunchTemplateData.Of(wish),
            ClientToken = ClientToken.Of(wish, generation: 1, found.Id, Description(wish), Number(latest?.VersionNumber)),
        };
        CreateLaunchTemplateVersionResponse answer = await wish.Scope.Ec2().CreateLaunchTemplateVersionAsync(request, cancellationToken).ConfigureAwait(false);
        return With(found, answer.LaunchTemplateVersion.VersionNumber);
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<FoundResource>> FindOwnedAsync(AppScope scope, CancellationToken cancellationToken)
    {
        List<FoundResource> owned = [];
        await foreach (LaunchTemplate template in scope.Ec2().Paginators.DescribeLaunchTemplates(new() { Filters = Ec2Search.All(scope) }).LaunchTemplates.WithCancellation(cancellationToken).ConfigureAwait(false))
            owned.Add(Found(scope, template, template.LatestVersionNumber));
        return owned;
    }

    /// <inheritdoc/>
    public override Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken) =>
        Eventually.UnlessGoneAsync(() => scope.Ec2().DeleteLaunchTemplateAsync(new() { LaunchTemplateId = found.Id }, cancellationToken), IsMissing);

    private static string NameOf(ResourceWish wish) => wish.Text("LaunchTemplateName") ?? wish.Resource.Name;

    private static bool IsMissing(Amazon.Runtime.AmazonServiceException exception) =>
        exception.ErrorCode is "InvalidLaunchTemplateId.NotFound" or "InvalidLaunchTemplateName.NotFoundException";

    private static string Description(ResourceWish wish)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(wish.Properties["LaunchTemplateData"]!.ToJsonString()));
        return $"{wish.Resource.Name} {Convert.ToHexString(hash.AsSpan(0, 16))}";
    }

    private static string Number(long? version) => (version ?? 0).ToString(CultureInfo.InvariantCulture);

    private static async Task<LaunchTemplateVersion?> LatestAsync(AppScope scope, string id, CancellationToken cancellationToken)
    {
        DescribeLaunchTemplateVersionsResponse? answer = await Eventually.UnlessGoneAsync(
            () => scope.Ec2().DescribeLaunchTemplateVersionsAsync(new() { LaunchTemplateId = id, Versions = ["$Latest"] }, cancellationToken),
            IsMissing).ConfigureAwait(false);
        return answer?.LaunchTemplateVersions?.FirstOrDefault();
    }

    private static FoundResource With(FoundResource found, long? version) => found with
    {
        Attributes = new Dictionary<string, string>(found.Attributes) { ["LatestVersionNumber"] = Number(version) },
        Differences = [],
    };

    private static FoundResource Found(AppScope scope, LaunchTemplate template, long? version) => new("AWS::EC2::LaunchTemplate", template.LaunchTemplateId)
    {
        Name = template.LaunchTemplateName,
        Attributes = new Dictionary<string, string>
        {
            ["LaunchTemplateId"] = template.LaunchTemplateId,
            ["DefaultVersionNumber"] = Number(template.DefaultVersionNumber),
            ["LatestVersionNumber"] = Number(version),
        },
        IsOwned = AppTags.IsOwned(scope, template.Tags),
    };
}
