using CloudEssentials.Aws.Connections;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Where an application stands, and how it is told from others.</summary>
/// <param name="Connection">The connection, in the application's Region.</param>
/// <param name="AccountId">The account's twelve digits.</param>
/// <param name="AppName">The application's name, which is the value of the tag <c>Application</c> on all that it owns.</param>
internal sealed record AppScope(AwsConnection Connection, string AccountId, string AppName)
{
    /// <summary>The key of the tag that every resource of an application bears.</summary>
    internal const string TagKey = CloudEssentials.DirectoryApp.AppTags.Application;

    /// <summary>The key of the tag that says which part of the application a resource is: its logical id.</summary>
    internal const string PartTagKey = CloudEssentials.DirectoryApp.AppTags.Part;

    /// <summary>True where what is deleted may take data with it: the objects of a bucket, the items of a table.</summary>
    public bool IncludeData { get; init; }
}
