namespace CloudEssentials.Cli;

/// <summary>What the command line tells the shell that called it.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    internal const int Success = 0;

    /// <summary>There was an error, or one among several items failed.</summary>
    internal const int Error = 1;

    /// <summary>The arguments do not make sense; nothing was done.</summary>
    internal const int Usage = 2;

    /// <summary>A check ran and found something.</summary>
    internal const int Finding = 3;

    /// <summary>Ctrl+C stopped it.</summary>
    internal const int Stopped = 130;
}
