using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Something that is wanted beside instances, and what is to be done with it.</summary>
/// <param name="Resource">What is wanted.</param>
/// <param name="Action">What is to be done, in words; empty where it is there as it should be.</param>
public sealed record PlannedPart(AppResource Resource, string Action);
