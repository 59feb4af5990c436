namespace CloudEssentials.Cli.Views;

/// <summary>How objects of some types are shown.</summary>
/// <param name="TypeNames">The full names of the types.</param>
/// <param name="IsList">True for a line a property; false for a table.</param>
/// <param name="Columns">What is shown.</param>
internal sealed record View(IReadOnlyList<string> TypeNames, bool IsList, IReadOnlyList<ViewColumn> Columns);
