namespace CloudEssentials.Cli;

/// <summary>What standard input is.</summary>
internal static class StandardInput
{
    /// <summary>
    /// True for a pipe or a file, which somebody fed on purpose; false for a terminal, and for what services and remote
    /// shells leave behind: a device such as /dev/null, or a socket that nobody writes to.
    /// </summary>
    internal static bool IsFed()
    {
        if (!Console.IsInputRedirected)
            return false;
        try
        {
            return new FileInfo("/proc/self/fd/0").LinkTarget is not { } target
                || !(target.StartsWith("/dev/", StringComparison.Ordinal) || target.StartsWith("socket:", StringComparison.Ordinal));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
