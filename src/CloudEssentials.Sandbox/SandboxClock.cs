namespace CloudEssentials.Sandbox;

/// <summary>
/// A clock that stands still until it is moved, for repeatable tests and for living through hours in a moment. Who waits by it moves it on
/// to the end of the wait: <c>Task.Delay(time, clock)</c> returns at once.
/// </summary>
/// <param name="start">Where it stands at first.</param>
public sealed class SandboxClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <inheritdoc/>
    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return new Timer(this, callback, state, dueTime);
    }

    /// <summary>Moves the clock on.</summary>
    /// <param name="time">By how much; not negative.</param>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        Interlocked.Add(ref _ticks, time.Ticks);
    }

    // Several may wait at once: the clock goes to the end of each wait, not on by the sum of them.
    private void AdvanceTo(long ticks)
    {
        long now;
        do
            now = Interlocked.Read(ref _ticks);
        while (now < ticks && Interlocked.CompareExchange(ref _ticks, ticks, now) != now);
    }

    /// <summary>A wait. Its end comes as soon as another thread has time for it.</summary>
    private sealed class Timer : ITimer
    {
        private readonly SandboxClock _clock;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private int _version;

        internal Timer(SandboxClock clock, TimerCallback callback, object? state, TimeSpan dueTime)
        {
            _clock = clock;
            _callback = callback;
            _state = state;
            Change(dueTime, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            int version = Interlocked.Increment(ref _version);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return true;
            long end = _clock.GetTimestamp() + dueTime.Ticks;
            ThreadPool.QueueUserWorkItem(_ => End(version, end));
            return true;
        }

        public void Dispose() => Interlocked.Increment(ref _version);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void End(int version, long end)
        {
            if (Volatile.Read(ref _version) != version)
                return;
            _clock.AdvanceTo(end);
            _callback(_state);
        }
    }
}
