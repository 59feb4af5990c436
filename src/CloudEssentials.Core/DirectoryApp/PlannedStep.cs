namespace CloudEssentials.DirectoryApp;

/// <summary>A step of a plan: one resource.</summary>
/// <param name="Row">What is shown of it.</param>
/// <param name="Resource">What is wanted; null where something is deleted that is not wanted.</param>
/// <param name="Found">What stands; null where nothing does.</param>
/// <param name="Level">1 for what needs nothing of the plan, otherwise one more than the highest level that it needs.</param>
public sealed record PlannedStep(PlannedResource Row, AppResource? Resource, StandingResource? Found, int Level);
