using Amazon.EC2;
using Amazon.EC2.Model;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>What EC2 is asked for.</summary>
internal static class Ec2Search
{
    /// <summary>The filters for one part of an application.</summary>
    internal static List<Filter> Part(ResourceWish wish) =>
        [AppTags.Filter(wish.Scope), new($"tag:{AppScope.PartTagKey}", [wish.Resource.LogicalId])];

    /// <summary>The filters for all parts of an application.</summary>
    internal static List<Filter> All(AppScope scope) => [AppTags.Filter(scope)];

    /// <summary>EC2's client.</summary>
    internal static AmazonEC2Client Ec2(this AppScope scope) => scope.Connection.Ec2();

    /// <summary>The value of the Name tag.</summary>
    internal static string NameOf(List<Tag>? tags, string id) => AppTags.Value(tags, "Name") ?? id;

    /// <summary>The logical id that a tag says.</summary>
    internal static string PartOf(List<Tag>? tags) => AppTags.Value(tags, AppScope.PartTagKey) ?? "";
}
