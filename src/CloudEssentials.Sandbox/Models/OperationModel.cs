namespace CloudEssentials.Sandbox.Models;

/// <summary>One operation of a service model.</summary>
/// <param name="Name">Its name, such as <c>DescribeRegions</c>.</param>
/// <param name="Input">What it takes; null for nothing.</param>
/// <param name="Output">What it answers; null for nothing.</param>
/// <param name="ResultWrapper">The element that wraps the answer in the query protocol.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="RequestUri">The path, with labels for the rest protocols.</param>
/// <param name="Status">The HTTP status of an answer.</param>
internal sealed record OperationModel(string Name, Shape? Input, Shape? Output, string? ResultWrapper, string Method, string RequestUri, int Status);
