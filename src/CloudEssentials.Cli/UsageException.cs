namespace CloudEssentials.Cli;

/// <summary>The arguments do not make sense.</summary>
internal sealed class UsageException(string errorId, string message, string? remedy = null)
    : CloudException(errorId, message, CloudErrorCategory.InvalidArgument, remedy: remedy);
