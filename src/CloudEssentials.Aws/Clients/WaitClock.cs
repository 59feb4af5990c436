namespace CloudEssentials.Aws.Clients;

/// <summary>The clock that waits go by within one command: the machine's, but for a sandbox account that has its own.</summary>
internal static class WaitClock
{
    private static readonly AsyncLocal<TimeProvider?> _current = new();

    /// <summary>The clock of what is under way.</summary>
    internal static TimeProvider Current => _current.Value ?? TimeProvider.System;

    /// <summary>From here on, and in all that begins from here, waits go by this clock.</summary>
    internal static void Use(TimeProvider clock) => _current.Value = clock;
}
