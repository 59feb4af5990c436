using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using CloudEssentials.Aws.Clients;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Instance profiles: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-instanceprofile.html.</summary>
internal sealed class InstanceProfileDriver : IResourceDriver
{
    /// <inheritdoc/>
    public string Type => "AWS::IAM::InstanceProfile";

    /// <inheritdoc/>
    public async Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        InstanceProfile? profile = await GetAsync(wish.Scope, NameOf(wish), cancellationToken).ConfigureAwait(false);
        if (profile is null)
            return null;
        FoundResource found = Found(wish.Scope, profile);
        return found.IsOwned && !RolesOf(profile).SequenceEqual(Wanted(wish), StringComparer.Ordinal)
            ? found with { Differences = [$"It carries {(RolesOf(profile) is [var role, ..] ? $"the role {role}" : "no role")}."] }
            : found;
    }

    /// <inheritdoc/>
    public async Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        string name = NameOf(wish);
        AmazonIdentityManagementServiceClient client = wish.Scope.Connection.Iam();
        await Eventually.UnlessGoneAsync(() => client.CreateInstanceProfileAsync(new() { InstanceProfileName = name, Tags = IamTags.Of(wish) }, cancellationToken), IamTags.IsThere).ConfigureAwait(false);
        await client.WaitUntilInstanceProfileExistsAsync(new() { InstanceProfileName = name }, cancellationToken: cancellationToken).ConfigureAwait(false);
        FoundResource found = Found(wish.Scope, (await GetAsync(wish.Scope, name, cancellationToken).ConfigureAwait(false))!);
        if (!found.IsOwned)
            throw IamTags.Foreign("instance profile", name, wish.Scope);
        return await UpdateAsync(wish, found, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<FoundResource> UpdateAsync(ResourceWish wish, FoundResource found, CancellationToken cancellationToken)
    {
        AmazonIdentityManagementServiceClient client = wish.Scope.Connection.Iam();
        InstanceProfile profile = (await client.GetInstanceProfileAsync(new() { InstanceProfileName = found.Id }, cancellationToken).ConfigureAwait(false)).InstanceProfile;
        foreach (string role in RolesOf(profile).Except(Wanted(wish)))
            await TakeOutAsync(client, found.Id, role, cancellationToken).ConfigureAwait(false);
        foreach (string role in Wanted(wish).Except(RolesOf(profile)))
            await PutInAsync(wish.Scope, found.Id, role, cancellationToken).ConfigureAwait(false);
        return found with { Differences = [] };
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<FoundResource>> FindOwnedAsync(AppScope scope, CancellationToken cancellationToken) => IamTags.OwnedAsync(
        scope,
        NamesAsync(scope, cancellationToken),
        async name => await GetAsync(scope, name, cancellationToken).ConfigureAwait(false) is { } found ? Found(scope, found) : null);

    /// <inheritdoc/>
    public async Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken)
    {
        AmazonIdentityManagementServiceClient client = scope.Connection.Iam();
        if (await GetAsync(scope, found.Id, cancellationToken).ConfigureAwait(false) is not { } profile)
            return;
        foreach (string role in RolesOf(profile))
            await TakeOutAsync(client, found.Id, role, cancellationToken).ConfigureAwait(false);
        await Eventually.UnlessGoneAsync(() => client.DeleteInstanceProfileAsync(new() { InstanceProfileName = found.Id }, cancellationToken), IamTags.IsMissing).ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<string> NamesAsync(AppScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (InstanceProfile listed in scope.Connection.Iam().Paginators.ListInstanceProfiles(new()).InstanceProfiles.WithCancellation(cancellationToken).ConfigureAwait(false))
            yield return listed.InstanceProfileName;
    }

    private static string NameOf(ResourceWish wish) => wish.Text("InstanceProfileName") ?? wish.Resource.Name;

    private static IEnumerable<string> Wanted(ResourceWish wish) =>
        (wish.Properties["Roles"] as JsonArray ?? []).Where(role => role is not null).Select(role => role!.GetValue<string>());

    private static List<string> RolesOf(InstanceProfile profile) => [.. (profile.Roles ?? []).Select(role => role.RoleName)];

    private static async Task<InstanceProfile?> GetAsync(AppScope scope, string name, CancellationToken cancellationToken) =>
        (await Eventually.UnlessGoneAsync(() => scope.Connection.Iam().GetInstanceProfileAsync(new() { InstanceProfileName = name }, cancellationToken), IamTags.IsMissing).ConfigureAwait(false))?.InstanceProfile;

    private static FoundResource Found(AppScope scope, InstanceProfile profile) => new("AWS::IAM::InstanceProfile", profile.InstanceProfileName)
    {
        Name = profile.InstanceProfileName,
        Attributes = new Dictionary<string, string> { ["Arn"] = profile.Arn },
        IsOwned = IamTags.IsOwned(scope, profile.Tags),
    };

    private static async Task PutInAsync(AppScope scope, string profile, string role, CancellationToken cancellationToken)
    {
        AddRoleToInstanceProfileRequest request = new() { InstanceProfileName = profile, RoleName = role };
        try
        {
            await Eventually.CallAsync(() => scope.Connection.Iam().AddRoleToInstanceProfileAsync(request, cancellationToken), IamTags.IsMissing, IamTags.Lag, cancellationToken).ConfigureAwait(false);
        }
        catch (LimitExceededException)
        {
            // A profile carries one role; after a lost answer it is ours that it carries.
            if (await GetAsync(scope, profile, cancellationToken).ConfigureAwait(false) is not { } current || !RolesOf(current).Contains(role))
                throw;
        }
    }

    private static Task<RemoveRoleFromInstanceProfileResponse?> TakeOutAsync(AmazonIdentityManagementServiceClient client, string profile, string role, CancellationToken cancellationToken) =>
        Eventually.UnlessGoneAsync(() => client.RemoveRoleFromInstanceProfileAsync(new() { InstanceProfileName = profile, RoleName = role }, cancellationToken), IamTags.IsMissing);
}
