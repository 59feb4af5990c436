namespace CloudEssentials.Tests.Sandbox;

/// <summary>A difference between the sandbox and the emulator that is known, and why the sandbox stands by its answer.</summary>
/// <param name="Operation">The operation, such as <c>DescribeRegions</c>.</param>
/// <param name="Field">The field, by a regular expression over its path.</param>
/// <param name="Reason">Why.</param>
public sealed record KnownDifference(string Operation, string Field, string Reason);
