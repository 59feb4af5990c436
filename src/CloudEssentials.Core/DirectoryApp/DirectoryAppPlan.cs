namespace CloudEssentials.DirectoryApp;

/// <summary>What is to be done for an application to be as it is wanted.</summary>
/// <param name="Steps">One step a resource, each after those that it needs; deletions last, each before what it needs.</param>
/// <param name="Resources">What is shown: the steps, and the policies of a role by themselves.</param>
public sealed record DirectoryAppPlan(IReadOnlyList<PlannedStep> Steps, IReadOnlyList<PlannedResource> Resources)
{
    /// <summary>The steps that may be taken side by side, level by level.</summary>
    public IReadOnlyList<IReadOnlyList<PlannedStep>> Levels =>
        [.. Steps.GroupBy(step => step.Level).OrderBy(level => level.Key).Select(level => (IReadOnlyList<PlannedStep>)[.. level])];

    /// <summary>The number of steps of the longest chain in which each needs the one before.</summary>
    public int CriticalPathLength => Steps.Count == 0 ? 0 : Steps.Max(step => step.Level);

    /// <summary>What an hour costs, as far as it is known.</summary>
    public decimal HourlyCost => Resources.Where(resource => resource.Action != PlanAction.Delete).Sum(resource => resource.HourlyCost ?? 0);

    /// <summary>True where nothing is to be done.</summary>
    public bool IsDone => Steps.All(step => step.Row.Action == PlanAction.Keep);

    /// <summary>How long the plan takes at least, however many steps are taken side by side.</summary>
    /// <param name="duration">How long a step takes.</param>
    /// <returns>The length of the longest chain.</returns>
    public TimeSpan CriticalPath(Func<PlannedStep, TimeSpan> duration)
    {
        ArgumentNullException.ThrowIfNull(duration);
        Dictionary<string, TimeSpan> ends = new(StringComparer.Ordinal);
        TimeSpan deletions = TimeSpan.Zero;
        foreach (PlannedStep step in Steps)
        {
            if (step.Resource is { } resource)
                ends[resource.LogicalId] = duration(step) + resource.Dependencies.Select(id => ends.GetValueOrDefault(id)).DefaultIfEmpty().Max();
        }

        foreach (IGrouping<int, PlannedStep> level in Steps.Where(step => step.Resource is null).GroupBy(step => step.Level))
            deletions += level.Max(duration);
        return ends.Values.DefaultIfEmpty().Max() + deletions;
    }
}
