using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>A step of a run, as it begins or ends.</summary>
/// <param name="Action">What is done.</param>
/// <param name="LogicalId">The resource's logical id; for one that is deleted, its id.</param>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name in the account.</param>
/// <param name="Id">Its id; null while that is not known.</param>
/// <param name="IsDone">True at the end.</param>
public sealed record AppStep(PlanAction Action, string LogicalId, string Type, string Name, string? Id, bool IsDone)
{
    /// <summary>The step with a resource that is wanted.</summary>
    internal static AppStep Of(PlanAction action, AppResource resource, FoundResource? found, bool isDone) =>
        new(action, resource.LogicalId, resource.Type, resource.Name, found?.Id, isDone);

    /// <summary>The deletion of a resource.</summary>
    internal static AppStep Deletion(FoundResource found, bool isDone) =>
        new(PlanAction.Delete, found.Id, found.Type, found.Name.Length == 0 ? found.Id : found.Name, found.Id, isDone);
}
