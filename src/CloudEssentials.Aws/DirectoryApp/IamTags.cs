using Amazon.IdentityManagement.Model;
using Amazon.Runtime;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>What the drivers of IAM's resources have in common.</summary>
internal static class IamTags
{
    /// <summary>How long IAM may take to know everywhere what was made.</summary>
    internal static readonly TimeSpan Lag = TimeSpan.FromMinutes(1);

    /// <summary>The tags of a resource in IAM's form.</summary>
    internal static List<Tag> Of(ResourceWish wish) => [.. AppTags.Of(wish).Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];

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
