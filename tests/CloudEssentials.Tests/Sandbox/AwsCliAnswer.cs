namespace CloudEssentials.Tests.Sandbox;

/// <summary>What the AWS CLI wrote.</summary>
/// <param name="Output">To its output.</param>
/// <param name="Error">To its error output.</param>
internal sealed record AwsCliAnswer(string Output, string Error);
