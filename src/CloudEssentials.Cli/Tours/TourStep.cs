namespace CloudEssentials.Cli.Tours;

/// <summary>A stop of the tour.</summary>
/// <param name="Words">What is to be seen here.</param>
/// <param name="Command">The command line that shows it.</param>
internal sealed record TourStep(string Words, string Command);
