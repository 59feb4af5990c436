using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>What a run does with a resource.</summary>
internal enum AppDeed
{
    /// <summary>It is as it should be.</summary>
    Keep,

    /// <summary>It is made.</summary>
    Create,

    /// <summary>It is brought into line.</summary>
    Change,

    /// <summary>It is deleted.</summary>
    Delete,
}

/// <summary>A step of a run, as it begins or ends.</summary>
/// <param name="Deed">What is done.</param>
/// <param name="LogicalId">The resource's logical id; for one that is deleted, its id.</param>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name in the account.</param>
/// <param name="Id">Its id; null while that is not known.</param>
/// <param name="IsDone">True at the end.</param>
internal sealed record AppStep(AppDeed Deed, string LogicalId, string Type, string Name, string? Id, bool IsDone)
{
    /// <summary>The step with a resource that is wanted.</summary>
    internal static AppStep Of(AppDeed deed, AppResource resource, FoundResource? found, bool isDone) =>
        new(deed, resource.LogicalId, resource.Type, resource.Name, found?.Id, isDone);

    /// <summary>The deletion of a resource.</summary>
    internal static AppStep Deletion(FoundResource found, bool isDone) =>
        new(AppDeed.Delete, found.Id, found.Type, found.Name.Length == 0 ? found.Id : found.Name, found.Id, isDone);
}
