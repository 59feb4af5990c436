namespace CloudEssentials.Sandbox.Services;

/// <summary>Which partition a Region is in, by its code.</summary>
internal static class Partitions
{
    public static string Of(string region) => region switch
    {
        _ when region.StartsWith("cn-", StringComparison.Ordinal) => "aws-cn",
        _ when region.StartsWith("us-gov-", StringComparison.Ordinal) => "aws-us-gov",
        _ => "aws",
    };
}
