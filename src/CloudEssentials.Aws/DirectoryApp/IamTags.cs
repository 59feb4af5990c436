using Amazon.IdentityManagement.Model;
using Amazon.Runtime;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>What the drivers of IAM's resources have in common.</summary>
internal static class IamTags
{
    /// <summary>How long IAM may take to know everywhere what was made.</summary>
    internal static readonly TimeSpan Lag = TimeSpan.FromMinutes(1);

    // IAM has no Regions, and an application of the same name may stand in several.
    private const string _regionKey = "ApplicationRegion";

    /// <summary>The tags of a resource in IAM's form.</summary>
    internal static List<Tag> Of(ResourceWish wish) =>
        [.. AppTags.Of(wish).Append(new(_regionKey, wish.Scope.Connection.Region)).Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];

    /// <summary>True where tags say that a resource belongs to the application in its Region.</summary>
    internal static bool IsOwned(AppScope scope, List<Tag>? tags)
    {
        (string Key, string Value)[] pairs = [.. (tags ?? []).Select(tag => (tag.Key, tag.Value))];
        return AppTags.IsOwned(scope, pairs) && pairs.Contains((_regionKey, scope.Connection.Region));
    }

    /// <summary>
    /// Those of all names that belong to the application: lists of IAM come without tags, and all names of an application begin with its own.
    /// </summary>
    internal static async Task<IReadOnlyList<FoundResource>> OwnedAsync(AppScope scope, IAsyncEnumerable<string> names, Func<string, Task<FoundResource?>> find)
    {
        List<FoundResource> owned = [];
        await foreach (string name in names.ConfigureAwait(false))
        {
            if (name.StartsWith(scope.AppName, StringComparison.Ordinal) && await find(name).ConfigureAwait(false) is { IsOwned: true } found)
                owned.Add(found);
        }

        return owned;
    }

    /// <summary>True for the refusal that says that something is not there, or not known yet.</summary>
    internal static bool IsMissing(AmazonServiceException exception) => exception.ErrorCode is "NoSuchEntity";

    /// <summary>True for the refusal that says that something is there already.</summary>
    internal static bool IsThere(AmazonServiceException exception) => exception.ErrorCode is "EntityAlreadyExists";

    /// <summary>The error where somebody else's resource has the name.</summary>
    internal static CloudException Foreign(string kind, string name, AppScope scope) => new(
        "ResourceNotOwned",
        $"There is a {kind} '{name}' without the tag {AppScope.TagKey}={scope.AppName}.",
        CloudErrorCategory.ResourceExists,
        name,
        "Choose another name for the application, or look whose it is.");
}
